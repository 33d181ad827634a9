-- dictionary.sql: Chinese and English title, type and meaning of every public column, and a word for every coded value.
--
-- A row with the column '*' names the view itself. The Chinese views at the end are made from these rows.

INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning) VALUES
  ('task_status', '*', 'text', '任务状态', 'task status', '每日每项任务一行：全部规则的结果'),
  ('task_status', 'as_of', 'day', '截至日', 'as of', '查询截至的日期，可为任意一天'),
  ('task_status', 'task_id', 'number', '任务号', 'task id', '内部编号'),
  ('task_status', 'plan_year', 'number', '年度', 'year', '分工方案的年度'),
  ('task_status', 'code', 'text', '编号', 'code', '通知中的任务编号，如 172、6(1)'),
  ('task_status', 'section', 'text', '章节', 'section', '所在章节编号，如 二(一)'),
  ('task_status', 'text', 'text', '任务内容', 'task', '任务内容'),
  ('task_status', 'kind', 'word', '类别', 'kind', '阶段性任务有完成时限，长期性任务持续跟踪'),
  ('task_status', 'leaders', 'text', '牵头领导', 'leaders', '牵头领导，以、相连'),
  ('task_status', 'lead_unit', 'text', '牵头单位', 'lead unit', '第一牵头单位，当日由其负责'),
  ('task_status', 'lead_units', 'text', '全部牵头单位', 'lead units', '全部牵头单位，以、相连'),
  ('task_status', 'responsible_units', 'text', '责任单位', 'responsible units', '责任单位，以、相连'),
  ('task_status', 'starts_on', 'day', '起始日', 'starts on', '任务起始日'),
  ('task_status', 'due_on', 'day', '完成时限', 'due on', '当日有效的完成时限，已计入延期；长期性任务没有'),
  ('task_status', 'closed_on', 'day', '销号日期', 'closed on', '销号日期'),
  ('task_status', 'quarter', 'text', '基准季度', 'quarter', '报送期限已过的最近一个应报季度'),
  ('task_status', 'reported_quarter', 'text', '报送季度', 'reported quarter', '当日有效进展所属的季度'),
  ('task_status', 'reported_on', 'day', '报送日期', 'reported on', '当日有效进展的报送日期'),
  ('task_status', 'state', 'word', '状态', 'state', '单位自报的状态'),
  ('task_status', 'percent', 'percent', '完成百分比', 'percent', '单位所报；未报的由累计指标推算；没有进展为0'),
  ('task_status', 'expected_percent', 'percent', '序时进度', 'expected percent', '到基准季度末应完成的百分比'),
  ('task_status', 'lag', 'percent', '滞后百分点', 'lag', '落后于序时进度的百分点，负数为超前'),
  ('task_status', 'is_overdue', 'flag', '是否逾期', 'overdue', '已过完成时限而未报完成'),
  ('task_status', 'days_overdue', 'number', '逾期天数', 'days overdue', '已过完成时限的天数，未逾期则空'),
  ('task_status', 'awaits_return', 'flag', '是否到期待报', 'awaits return', '已过完成时限，但能说明情况的季度报送尚未到期'),
  ('task_status', 'is_lagging', 'flag', '是否滞后', 'lagging', '落后达到黄灯值，或指标未达节点，或自报滞后、存在困难、未启动'),
  ('task_status', 'is_missing', 'flag', '是否未报送', 'missing', '基准季度未报送，或退回后逾期未重报'),
  ('task_status', 'is_returned', 'flag', '是否退回', 'returned', '基准季度的进展被退回，待重报'),
  ('task_status', 'is_late', 'flag', '是否迟报', 'late', '基准季度的首次报送晚于期限'),
  ('task_status', 'is_incomplete', 'flag', '是否指标未填', 'incomplete', '基准季度的报送缺累计或水平指标的完成值'),
  ('task_status', 'has_late_milestone', 'flag', '是否节点逾期', 'late milestone', '有节点已过时限而未完成'),
  ('task_status', 'is_due_soon', 'flag', '是否临期', 'due soon', '将在规定天数内到期'),
  ('task_status', 'is_stalled', 'flag', '是否停滞', 'stalled', '连续三个季度没有进展'),
  ('task_status', 'awaits_acceptance', 'flag', '是否待核验', 'awaits acceptance', '单位报完成，待市政府办公室核验销号'),
  ('task_status', 'is_suspended', 'flag', '是否暂缓', 'suspended', '已决定暂缓，尚未恢复'),
  ('task_status', 'lamp', 'word', '亮灯', 'lamp', '红灯、黄灯、绿灯、已销号、暂不评价'),
  ('task_status', 'reason', 'text', '原因', 'reason', '亮灯的原因');

INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning)
SELECT v.view_name, d.column_name, d.type,
       CASE d.column_name WHEN '*' THEN v.zh ELSE d.zh END,
       CASE d.column_name WHEN '*' THEN v.en ELSE d.en END,
       CASE d.column_name WHEN '*' THEN v.meaning ELSE d.meaning END
FROM dictionary AS d
CROSS JOIN (
  SELECT 'overdue' AS view_name, '逾期' AS zh, 'overdue' AS en, '已过完成时限而未报完成的任务，逾期久的在前' AS meaning
  UNION ALL SELECT 'lagging', '滞后', 'lagging', '落后于序时进度的任务，落后多的在前'
  UNION ALL SELECT 'missing', '未报送', 'missing', '应报未报的任务，按单位排列'
  UNION ALL SELECT 'due_soon', '临期', 'due soon', '即将到期的任务，近的在前'
  UNION ALL SELECT 'stalled', '停滞', 'stalled', '连续三个季度没有进展的任务'
  UNION ALL SELECT 'awaiting', '待核验', 'awaiting acceptance', '单位报完成、待核验销号的任务') AS v
WHERE d.view_name = 'task_status';

INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning) VALUES
  ('target_status', '*', 'text', '指标状态', 'target status', '每日每个指标一行'),
  ('target_status', 'as_of', 'day', '截至日', 'as of', '查询截至的日期'),
  ('target_status', 'task_id', 'number', '任务号', 'task id', '内部编号'),
  ('target_status', 'plan_year', 'number', '年度', 'year', '分工方案的年度'),
  ('target_status', 'code', 'text', '编号', 'code', '任务编号'),
  ('target_status', 'ordinal', 'number', '序号', 'number', '指标在任务中的顺序：指标1、指标2'),
  ('target_status', 'name', 'text', '指标', 'target', '指标名称'),
  ('target_status', 'kind', 'word', '指标类别', 'kind', '累计：全年相加；水平：各季比较；达到：年内达到一次'),
  ('target_status', 'comparison', 'word', '比较', 'comparison', '不低于或不高于'),
  ('target_status', 'value', 'number', '目标值', 'value', '当日有效的目标值，已计入调整'),
  ('target_status', 'measure', 'text', '计量单位', 'measure', '通知所用的计量单位'),
  ('target_status', 'reading', 'number', '完成值', 'reading', '最近一次所报的完成值'),
  ('target_status', 'node', 'number', '节点值', 'node', '到基准季度应达到的值'),
  ('target_status', 'lag', 'percent', '滞后百分点', 'lag', '累计指标落后于节点的百分点'),
  ('target_status', 'is_lagging', 'flag', '是否滞后', 'lagging', '落后达到黄灯值，或未达节点'),
  ('late_milestone', '*', 'text', '节点逾期', 'late milestones', '已过时限而未完成的节点'),
  ('late_milestone', 'as_of', 'day', '截至日', 'as of', '查询截至的日期'),
  ('late_milestone', 'task_id', 'number', '任务号', 'task id', '内部编号'),
  ('late_milestone', 'plan_year', 'number', '年度', 'year', '分工方案的年度'),
  ('late_milestone', 'code', 'text', '编号', 'code', '任务编号'),
  ('late_milestone', 'ordinal', 'number', '序号', 'number', '节点的顺序'),
  ('late_milestone', 'title', 'text', '节点', 'milestone', '节点内容'),
  ('late_milestone', 'due_on', 'day', '节点时限', 'due on', '节点时限'),
  ('late_milestone', 'days_overdue', 'number', '逾期天数', 'days overdue', '已过节点时限的天数'),
  ('late_milestone', 'expected_percent', 'percent', '应完成百分比', 'expected percent', '届时应完成的百分比'),
  ('late_milestone', 'owner', 'text', '责任人', 'owner', '责任人'),
  ('open_matter', '*', 'text', '需研究事项', 'open matters', '已请示、尚待市政府决定的事项'),
  ('open_matter', 'as_of', 'day', '截至日', 'as of', '查询截至的日期'),
  ('open_matter', 'matter_id', 'number', '事项号', 'matter id', '内部编号'),
  ('open_matter', 'task_id', 'number', '任务号', 'task id', '内部编号'),
  ('open_matter', 'plan_year', 'number', '年度', 'year', '分工方案的年度'),
  ('open_matter', 'code', 'text', '编号', 'code', '任务编号'),
  ('open_matter', 'unit', 'text', '请示单位', 'unit', '提出事项的单位'),
  ('open_matter', 'raised_on', 'day', '提出日期', 'raised on', '提出日期'),
  ('open_matter', 'days_open', 'number', '待决天数', 'days open', '提出以来的天数'),
  ('open_matter', 'content', 'text', '事项内容', 'content', '事项内容'),
  ('open_matter', 'objective_reason', 'text', '客观原因', 'objective reason', '客观原因'),
  ('open_matter', 'leader', 'text', '呈报领导', 'leader', '呈报的领导');

INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning)
WITH scorecard(view_name, zh, en, meaning, key_name, key_zh, key_en) AS (VALUES
  ('unit_scorecard', '单位统计', 'unit scorecard', '按第一牵头单位统计', 'unit', '单位', 'unit'),
  ('leader_scorecard', '领导统计', 'leader scorecard', '按牵头领导统计，两位领导的任务各计一次', 'leader', '领导', 'leader'),
  ('section_scorecard', '章节统计', 'section scorecard', '按章节统计', 'section', '章节', 'section')),
item(column_name, type, zh, en, meaning) AS (VALUES
  ('as_of', 'day', '截至日', 'as of', '查询截至的日期'),
  ('plan_year', 'number', '年度', 'year', '分工方案的年度'),
  ('tasks', 'number', '任务数', 'tasks', '任务总数'),
  ('closed', 'number', '已销号', 'closed', '已销号的任务数'),
  ('red', 'number', '红灯', 'red', '红灯的任务数'),
  ('yellow', 'number', '黄灯', 'yellow', '黄灯的任务数'),
  ('green', 'number', '绿灯', 'green', '绿灯的任务数'),
  ('grey', 'number', '暂不评价', 'grey', '暂不评价的任务数'),
  ('overdue', 'number', '逾期数', 'overdue', '逾期的任务数'),
  ('lagging', 'number', '滞后数', 'lagging', '滞后的任务数'),
  ('missing', 'number', '未报送数', 'missing', '未报送的任务数'),
  ('late', 'number', '迟报数', 'late', '迟报的任务数'),
  ('completed_percent', 'percent', '销号率', 'completed percent', '已销号任务占全部任务的百分比'),
  ('on_schedule_percent', 'percent', '序时率', 'on schedule percent', '绿灯和已销号任务占已评价任务的百分比'))
SELECT s.view_name, i.column_name, i.type, i.zh, i.en, i.meaning FROM scorecard AS s CROSS JOIN item AS i
UNION ALL
SELECT s.view_name, '*', 'text', s.zh, s.en, s.meaning FROM scorecard AS s
UNION ALL
SELECT s.view_name, s.key_name, 'text', s.key_zh, s.key_en, s.meaning FROM scorecard AS s;

-- What only reports have: 'report' stands for any of them, a report's own name comes before it.
INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning) VALUES
  ('report', 'action', 'word', '行动', 'action', '督查行动的种类'),
  ('report', 'added_on', 'day', '增列日期', 'added on', '任务增列的日期'),
  ('report', 'adjustment', 'word', '调整种类', 'adjustment', '延期、调整指标、暂缓、恢复'),
  ('report', 'aliases', 'text', '别名', 'aliases', '单位的其他名称'),
  ('report', 'answers_for', 'number', '第一牵头任务数', 'answers for', '作为第一牵头单位的任务数'),
  ('report', 'approved_by', 'text', '批准人', 'approved by', '批准人'),
  ('report', 'asked', 'number', '应报', 'asked', '应报送的任务数'),
  ('report', 'asked_on', 'day', '下达日', 'asked on', '应报事项的下达日'),
  ('report', 'authority', 'text', '批准机关', 'authority', '批准调整的机关或领导'),
  ('report', 'awaiting', 'number', '待核验数', 'awaiting acceptance', '待核验的任务数'),
  ('report', 'basis', 'text', '销号依据', 'basis', '销号依据'),
  ('report', 'collective', 'text', '统称单位', 'collective unit', '统称单位'),
  ('report', 'column_name', 'text', '列', 'column', '列名'),
  ('report', 'columns', 'number', '列数', 'columns', '列数'),
  ('report', 'completed_on', 'day', '完成日期', 'completed on', '完成日期'),
  ('report', 'confirmed_by', 'text', '确认人', 'confirmed by', '确认人'),
  ('report', 'content', 'text', '内容', 'content', '内容'),
  ('report', 'cutoff_on', 'day', '数据截止日', 'cutoff', '季度的最后一天'),
  ('report', 'decided_on', 'day', '决定日期', 'decided on', '决定日期'),
  ('report', 'decision', 'text', '决定', 'decision', '决定'),
  ('report', 'document_no', 'text', '文号', 'document number', '文号'),
  ('report', 'done_on', 'day', '完成日期', 'done on', '节点的完成日期'),
  ('report', 'due_on', 'day', '完成时限', 'due on', '完成时限'),
  ('report', 'due_soon', 'number', '临期数', 'due soon', '临期的任务数'),
  ('report', 'due_soon_days', 'number', '临期天数', 'due soon days', '到期前多少天为临期'),
  ('report', 'en', 'text', '英文', 'English', '英文名称'),
  ('report', 'ends_on', 'day', '截止日', 'ends on', '截止日'),
  ('report', 'entered_by', 'text', '录入人', 'entered by', '录入人'),
  ('report', 'expected_percent', 'percent', '序时进度', 'expected percent', '应完成的百分比'),
  ('report', 'from_day', 'day', '起始日', 'from', '自此日起由接任者负责'),
  ('report', 'is_after_close', 'flag', '关闭后补报', 'after the close', '调度关闭后补报'),
  ('report', 'is_collective', 'flag', '统称', 'collective', '是否统称'),
  ('report', 'is_interim', 'flag', '中间报送', 'interim', '不作为季度报送'),
  ('report', 'is_key', 'flag', '重大事项', 'key', '是否重大事项'),
  ('report', 'issued_on', 'day', '下发日期', 'issued on', '下发日期'),
  ('report', 'issuer', 'text', '发文机关', 'issuer', '发文机关'),
  ('report', 'judges_progress', 'flag', '评价进度', 'judges progress', '本轮是否评价进度'),
  ('report', 'kind', 'word', '类别', 'kind', '类别'),
  ('report', 'kind_confirmed', 'flag', '类别已确认', 'kind confirmed', '市政府办公室是否已确认类别和时限'),
  ('report', 'last_percent', 'percent', '上季百分比', 'last percent', '上一次报送的完成百分比'),
  ('report', 'last_quarter', 'text', '上次报送季度', 'last quarter', '上一次报送的季度'),
  ('report', 'last_readings', 'text', '上季指标', 'last readings', '上一次报送的指标完成值'),
  ('report', 'last_state', 'word', '上季状态', 'last state', '上一次报送的状态'),
  ('report', 'lead_open', 'flag', '牵头单位列举未尽', 'lead units open', '名单以“等”结尾'),
  ('report', 'leader', 'text', '领导', 'leader', '领导'),
  ('report', 'leads', 'number', '牵头任务数', 'leads', '牵头的任务数'),
  ('report', 'meaning', 'text', '含义', 'meaning', '含义'),
  ('report', 'member', 'text', '成员单位', 'member', '统称单位的成员'),
  ('report', 'members', 'text', '成员单位', 'members', '统称单位的成员'),
  ('report', 'method', 'word', '方式', 'method', '明查或暗访'),
  ('report', 'new_due_on', 'day', '新时限', 'new due day', '延期后的完成时限'),
  ('report', 'new_value', 'number', '新目标值', 'new value', '调整后的目标值'),
  ('report', 'next_step', 'text', '下一步措施', 'next step', '下一步措施'),
  ('report', 'opened_on', 'day', '开启日', 'opened on', '调度的开启日'),
  ('report', 'outcome', 'word', '销号结果', 'outcome', '完成销号、终止、转入下年'),
  ('report', 'outstanding', 'number', '未报', 'outstanding', '尚未报送的任务数'),
  ('report', 'outstanding_codes', 'text', '未报任务', 'outstanding tasks', '尚未报送的任务编号'),
  ('report', 'parameters', 'text', '参数', 'parameters', '报表的参数'),
  ('report', 'predecessor', 'text', '原任', 'predecessor', '此前负责的单位或领导'),
  ('report', 'problem', 'text', '存在问题', 'problem', '存在问题'),
  ('report', 'reading_1', 'number', '指标1', 'reading 1', '第1个指标的完成值'),
  ('report', 'reading_2', 'number', '指标2', 'reading 2', '第2个指标的完成值'),
  ('report', 'reading_3', 'number', '指标3', 'reading 3', '第3个指标的完成值'),
  ('report', 'reading_4', 'number', '指标4', 'reading 4', '第4个指标的完成值'),
  ('report', 'reading_5', 'number', '指标5', 'reading 5', '第5个指标的完成值'),
  ('report', 'reading_6', 'number', '指标6', 'reading 6', '第6个指标的完成值'),
  ('report', 'readings', 'text', '指标完成值', 'readings', '所报的指标完成值'),
  ('report', 'red_lag', 'number', '红灯滞后值', 'red lag', '超过即为红灯的百分点'),
  ('report', 'redo_due_on', 'day', '重报期限', 'redo due on', '退回后的重报期限'),
  ('report', 'reopen_reason', 'text', '撤销理由', 'reopen reason', '撤销销号的理由'),
  ('report', 'reopened_on', 'day', '撤销销号日期', 'reopened on', '撤销销号日期'),
  ('report', 'replied_on', 'day', '回复日期', 'replied on', '回复日期'),
  ('report', 'reply', 'text', '回复', 'reply', '回复'),
  ('report', 'reply_due_on', 'day', '回复期限', 'reply due on', '回复期限'),
  ('report', 'report_due_on', 'day', '报送期限', 'report due on', '报送期限'),
  ('report', 'responsible_for', 'number', '责任任务数', 'responsible for', '作为责任单位的任务数'),
  ('report', 'responsible_open', 'flag', '责任单位列举未尽', 'responsible units open', '名单以“等”结尾'),
  ('report', 'returned', 'number', '已报', 'returned', '已报送的任务数'),
  ('report', 'returned_on', 'day', '报送日期', 'returned on', '首次报送的日期'),
  ('report', 'returned_percent', 'bar', '报送率', 'returned percent', '已报送的百分比，表格中画成条'),
  ('report', 'review', 'word', '审核', 'review', '采纳或退回'),
  ('report', 'review_note', 'text', '审核意见', 'review note', '审核意见'),
  ('report', 'reviewed_on', 'day', '审核日期', 'reviewed on', '审核日期'),
  ('report', 'revision', 'number', '版次', 'revision', '同一任务同一季度的第几版'),
  ('report', 'role', 'word', '角色', 'role', '牵头或责任'),
  ('report', 'section_title', 'text', '章节标题', 'section title', '章节标题'),
  ('report', 'sections', 'number', '章节数', 'sections', '章节数'),
  ('report', 'signed_on', 'day', '成文日期', 'signed on', '成文日期'),
  ('report', 'stalled', 'number', '停滞数', 'stalled', '停滞的任务数'),
  ('report', 'successor', 'text', '接任者', 'successor', '当日接任的单位或领导'),
  ('report', 'summary', 'text', '进展情况', 'summary', '进展情况'),
  ('report', 'target', 'text', '指标', 'target', '指标'),
  ('report', 'targets', 'text', '指标', 'targets', '指标'),
  ('report', 'title', 'text', '标题', 'title', '标题'),
  ('report', 'type', 'text', '类型', 'type', '类型'),
  ('report', 'unit', 'text', '单位', 'unit', '单位'),
  ('report', 'unit_kind', 'word', '单位类别', 'kind of unit', '单位类别'),
  ('report', 'view_name', 'text', '视图', 'view', '视图名'),
  ('report', 'words', 'text', '代码', 'words', '代码及其含义'),
  ('report', 'written_as', 'text', '原文写法', 'written as', '通知中的写法'),
  ('report', 'yellow_lag', 'number', '黄灯滞后值', 'yellow lag', '达到即为黄灯的百分点'),
  ('report', 'zh', 'text', '中文', 'Chinese', '中文名称'),
  ('plan_list', 'targets', 'number', '指标数', 'targets', '指标数'),
  ('progress_template', 'quarter', 'text', '季度', 'quarter', '应报的季度'),
  ('progress_template', 'code', 'text', '任务编号', 'code', '任务编号'),
  ('progress_template', 'unit', 'text', '报送单位', 'unit', '报送单位'),
  ('progress_template', 'reported_on', 'day', '报送日期', 'reported on', '报送日期，空则为导入当天'),
  ('progress_list', 'quarter', 'text', '季度', 'quarter', '进展所属的季度'),
  ('quarter_list', 'quarter', 'text', '季度', 'quarter', '调度的季度'),
  ('quarter_list', 'closed_on', 'day', '关闭日', 'closed on', '调度的关闭日'),
  ('quarter_list', 'late', 'number', '迟报', 'late', '迟报的任务数'),
  ('quarter_status', 'late', 'number', '迟报', 'late', '迟报的任务数'),
  ('task_show_entries', 'quarter', 'text', '季度', 'quarter', '进展所属的季度'),
  ('unit_show_successions', 'reason', 'text', '理由', 'reason', '接任或更名的理由'),
  ('leader_show_successions', 'reason', 'text', '理由', 'reason', '接任的理由'),
  ('task_show_requests', 'quarter', 'text', '季度', 'quarter', '应报的季度'),
  ('task_show_milestones', 'due_on', 'day', '节点时限', 'due on', '节点时限'),
  ('task_show_milestones', 'expected_percent', 'percent', '应完成百分比', 'expected percent', '届时应完成的百分比'),
  ('task_show_targets', 'kind', 'word', '指标类别', 'kind', '累计、水平、达到');

INSERT INTO word (column_name, value, zh, en) VALUES
  ('kind', 'staged', '阶段性', 'staged'),
  ('kind', 'standing', '长期性', 'standing'),
  ('kind', 'amount', '累计', 'amount'),
  ('kind', 'level', '水平', 'level'),
  ('kind', 'reach', '达到', 'reach'),
  ('comparison', '>=', '不低于', 'at least'),
  ('comparison', '<=', '不高于', 'at most'),
  ('role', 'lead', '牵头', 'lead'),
  ('role', 'responsible', '责任', 'responsible'),
  ('lamp', 'red', '红灯', 'red'),
  ('lamp', 'yellow', '黄灯', 'yellow'),
  ('lamp', 'green', '绿灯', 'green'),
  ('lamp', 'blue', '已销号', 'closed'),
  ('lamp', 'grey', '暂不评价', 'not judged'),
  ('state', 'not_started', '未启动', 'not started'),
  ('state', 'on_schedule', '按序时推进', 'on schedule'),
  ('state', 'ahead', '超序时', 'ahead'),
  ('state', 'behind', '滞后', 'behind'),
  ('state', 'difficult', '存在困难', 'difficult'),
  ('state', 'done', '已完成', 'done'),
  ('last_state', 'not_started', '未启动', 'not started'),
  ('last_state', 'on_schedule', '按序时推进', 'on schedule'),
  ('last_state', 'ahead', '超序时', 'ahead'),
  ('last_state', 'behind', '滞后', 'behind'),
  ('last_state', 'difficult', '存在困难', 'difficult'),
  ('last_state', 'done', '已完成', 'done'),
  ('review', 'accepted', '采纳', 'accepted'),
  ('review', 'returned', '退回', 'returned'),
  ('outcome', 'completed', '完成销号', 'completed'),
  ('outcome', 'terminated', '终止', 'terminated'),
  ('outcome', 'carried_over', '转入下年', 'carried over'),
  ('adjustment', 'due', '延期', 'due day'),
  ('adjustment', 'target', '调整指标', 'target'),
  ('adjustment', 'suspend', '暂缓', 'suspend'),
  ('adjustment', 'resume', '恢复', 'resume'),
  ('unit_kind', 'department', '部门', 'department'),
  ('unit_kind', 'county', '县（市、区）', 'county'),
  ('unit_kind', 'zone', '开发区', 'development zone'),
  ('unit_kind', 'party', '党委部门', 'party'),
  ('unit_kind', 'company', '企业', 'company'),
  ('unit_kind', 'central', '上级驻地单位', 'central'),
  ('unit_kind', 'mass', '群团组织', 'mass organisation'),
  ('unit_kind', 'other', '其他', 'other'),
  ('action', 'chase', '催报', 'chase'),
  ('action', 'press', '催办', 'press'),
  ('action', 'supervise', '督办', 'supervise'),
  ('action', 'inspect', '专项督查', 'inspect'),
  ('action', 'interview', '约谈', 'interview'),
  ('action', 'meeting', '专题会议', 'meeting'),
  ('action', 'commend', '通报表扬', 'commend'),
  ('action', 'criticise', '通报批评', 'criticise'),
  ('action', 'propose_accountability', '追责问责建议', 'propose accountability'),
  ('method', 'open', '明查', 'open'),
  ('method', 'covert', '暗访', 'covert');

-- 中文视图: from here on made by tools/make-chinese-views.sh from the rows above; a test compares.

CREATE VIEW 任务状态 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM task_status;

CREATE VIEW 逾期 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM overdue;

CREATE VIEW 滞后 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM lagging;

CREATE VIEW 未报送 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM missing;

CREATE VIEW 临期 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM due_soon;

CREATE VIEW 停滞 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM stalled;

CREATE VIEW 待核验 (截至日, 任务号, 年度, 编号, 章节, 任务内容, 类别, 牵头领导, 牵头单位, 全部牵头单位, 责任单位, 起始日, 完成时限, 销号日期, 基准季度, 报送季度, 报送日期, 状态, 完成百分比, 序时进度, 滞后百分点, 是否逾期, 逾期天数, 是否到期待报, 是否滞后, 是否未报送, 是否退回, 是否迟报, 是否指标未填, 是否节点逾期, 是否临期, 是否停滞, 是否待核验, 是否暂缓, 亮灯, 原因) AS SELECT * FROM awaiting;

CREATE VIEW 指标状态 (截至日, 任务号, 年度, 编号, 序号, 指标, 指标类别, 比较, 目标值, 计量单位, 完成值, 节点值, 滞后百分点, 是否滞后) AS SELECT * FROM target_status;

CREATE VIEW 节点逾期 (截至日, 任务号, 年度, 编号, 序号, 节点, 节点时限, 逾期天数, 应完成百分比, 责任人) AS SELECT * FROM late_milestone;

CREATE VIEW 需研究事项 (截至日, 事项号, 任务号, 年度, 编号, 请示单位, 提出日期, 待决天数, 事项内容, 客观原因, 呈报领导) AS SELECT * FROM open_matter;

CREATE VIEW 单位统计 (截至日, 年度, 单位, 任务数, 已销号, 红灯, 黄灯, 绿灯, 暂不评价, 逾期数, 滞后数, 未报送数, 迟报数, 销号率, 序时率) AS SELECT * FROM unit_scorecard;

CREATE VIEW 领导统计 (截至日, 年度, 领导, 任务数, 已销号, 红灯, 黄灯, 绿灯, 暂不评价, 逾期数, 滞后数, 未报送数, 迟报数, 销号率, 序时率) AS SELECT * FROM leader_scorecard;

CREATE VIEW 章节统计 (截至日, 年度, 章节, 任务数, 已销号, 红灯, 黄灯, 绿灯, 暂不评价, 逾期数, 滞后数, 未报送数, 迟报数, 销号率, 序时率) AS SELECT * FROM section_scorecard;

/* unit_name.h: what the name of a unit tells by itself. */
#ifndef TZ_NOTICE_UNIT_NAME_H
#define TZ_NOTICE_UNIT_NAME_H

#include "reader.h"

/* 统称: 各县（市、区）人民政府, 市质量强市工作领导小组成员单位, 沿线县（市、区）人民政府,
 * 市属开发区管委会 */
bool notice_unit_is_collective(notice_span name);
/* 市政府各位副市长 */
bool notice_leader_is_collective(notice_span name);

/* Takes 等, 等部门, 等有关单位 off the end: the list goes on beyond what is named. */
bool notice_unit_take_open_end(notice_span *name);

/* 省 or 市 that `first` begins with and that `name`, plainly a department (工业和信息化厅), lacks;
 * NULL where it isn't plain: a name that begins with a place (`place`: of the issuer), 各, 国, 中
 * and the like. */
const char *notice_unit_lacking_prefix(notice_span first, notice_span name, notice_span place);

/* Whether a name ends as a unit's does: 局, 委, 公司, 成员单位. */
bool notice_unit_ends_as_unit(notice_span name);

/* Whether a bracket's entry is a deadline: 6月底前, 年内持续推进, 长期坚持. */
bool notice_is_deadline(notice_span entry);

#endif

-- Settings: the view setting_bound has the bounds, and the table keeps to them.

-- A task is lagging before it is red: each of the two is the other's bound.
--? SELECT name, least, most, is_whole FROM setting_bound ORDER BY name
--= due_soon_days|0.0|366.0|1
--= evidence_size_limit_mib|1.0|900.0|1
--= red_lag|10.0|100.0|0
--= reply_due_workdays|1.0|60.0|1
--= report_due_workdays|1.0|60.0|1
--= yellow_lag|0.1|30.0|0
--! UPDATE setting SET value = 30.5 WHERE name = 'yellow_lag'
--= the setting is out of its bounds
--! UPDATE setting SET value = 9 WHERE name = 'red_lag'
--= the setting is out of its bounds
UPDATE setting SET value = 60 WHERE name = 'red_lag';
UPDATE setting SET value = 60 WHERE name = 'yellow_lag';
--? SELECT name, least, most FROM setting_bound WHERE name LIKE '%lag' ORDER BY name
--= red_lag|60.0|100.0
--= yellow_lag|0.1|60.0
--! UPDATE setting SET value = 61 WHERE name = 'reply_due_workdays'
--= the setting is out of its bounds
--! UPDATE setting SET value = 2.5 WHERE name = 'reply_due_workdays'
--= the setting is out of its bounds
--! INSERT OR REPLACE INTO setting VALUES ('due_soon_days', 367)
--= the setting is out of its bounds
--! UPDATE setting SET name = 'orange_lag' WHERE name = 'red_lag'
--= the setting is out of its bounds

-- Each setting has its bounds, and each bound its setting.
--? SELECT name FROM setting EXCEPT SELECT name FROM setting_bound
--? SELECT name FROM setting_bound EXCEPT SELECT name FROM setting

-- How long a proposed action's reply may take. The workdays after Monday 2022-04-11: 12 to 15, 18 to 22, and Sunday the 24th (调休).
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES (1, 1, '1', 1, 'a', 'staged', '2022-04-01');
INSERT INTO task_unit VALUES (1, 1, 'lead', 1, NULL);
UPDATE setting SET value = 10 WHERE name = 'reply_due_workdays';
--? SELECT reply_due_on FROM action_proposal WHERE as_of = '2022-04-11'
--= 2022-04-24
UPDATE setting SET value = 9 WHERE name = 'reply_due_workdays';
--? SELECT reply_due_on FROM action_proposal WHERE as_of = '2022-04-11'
--= 2022-04-22

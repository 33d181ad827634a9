/* proposal.h: what the notice leaves open, proposed from the words of a task: kind, due day,
 * targets. */
#ifndef TZ_NOTICE_PROPOSAL_H
#define TZ_NOTICE_PROPOSAL_H

#include "memory.h"
#include "notice.h"

/* Fills `targets` of a task from its typeset `text`: every number that is a target, with measure,
 * kind and comparison, and none for a number that only qualifies (过10亿元骨干企业, 5G, “4012”).
 * False when memory ran out. */
bool notice_propose_targets(notice_memory *memory, notice_task *task);

/* Sets `is_staged`, and `due_on` where the text names a deadline of its own (年底前, 6月底前,
 * 上半年), for a plan of `year`. Called after the targets and after a deadline from a bracket or a
 * table column was filled in. `deadline` is that one's text (6月底前, 年内持续推进, 长期坚持), or
 * NULL. False when memory ran out. `*is_understood` false where `deadline` was given and could not
 * be read. */
bool notice_propose_schedule(notice_memory *memory, notice_task *task, int year,
                             const char *deadline, bool *is_understood);

/* A sub-item (安全生产) of an item that names what is to be finished (约束性指标全面完成省定目标)
 * is as staged as that one and due with it. Called once both were proposed for, unless the
 * sub-item's bracket names a deadline of its own; does nothing to one that is staged by itself. */
void notice_inherit_schedule(notice_task *item, const notice_task *parent);

#endif

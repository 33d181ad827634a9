/* target_words.h: the words around a number by which a target is told from a number that qualifies.
 */
#ifndef TZ_NOTICE_TARGET_WORDS_H
#define TZ_NOTICE_TARGET_WORDS_H

#include "phrase.h"

/* Verbs that make, add, finish or hand out what is counted: 新建, 培育, 发放. A name keeps them. */
extern notice_words notice_making_verbs;
/* Verbs that carry a task out and say nothing of what is counted: 完成, 实施. A name drops them. */
extern notice_words notice_carrying_verbs;
/* Verbs that push on what there is: 推进4个园区建设 tells how many there are, 推进600个以上项目 how
 * many are to be reached. */
extern notice_words notice_pushing_verbs;
/* Verbs that may follow another without a mark between: 改造提升. */
extern notice_words notice_joining_verbs;
/* Stages of a work, whose object may stand in the item before:
 * 新开工棚户区改造8878套、基本建成11730套. */
extern notice_words notice_stage_verbs;
/* Nouns that begin like a verb: 开发区, 完成率. */
extern notice_words notice_verb_like_nouns;

/* Words that open a sentence and are no part of a name: 力争, 全市. */
extern notice_words notice_openers;
/* How a thing is done, dropped in front of a verb: 高质量改造, 重点扶持. */
extern notice_words notice_adverbs;
/* Words that lead an adverbial up to the verb: 在居民小区建设. */
extern notice_words notice_prepositions;

/* What a noun ends with that has its own verb, so that the verb of the item before does not govern
 * it: 中小企业入库. */
extern notice_words notice_own_verbs;
/* Where the predicate begins in 50%以上的中医院达到国家标准. */
extern notice_words notice_predicates;
/* Behind a closed number: 增长6%的目标. */
extern notice_words notice_goal_words;
/* Joins items of a list. */
extern notice_words notice_joints;

/* Growth and fall, of rates; the falling ones among them. */
extern notice_words notice_growth_words;
extern notice_words notice_falling_words;
/* Raised once, by decision: 保障标准提高10%. */
extern notice_words notice_raising_words;
/* What statistics add up over the year although a notice says 达到: 增加值, 到位资金. */
extern notice_words notice_flow_words;
/* What stands, former years included. */
extern notice_words notice_stock_words;
/* Rates to be held down: 居民消费价格, 失业率. */
extern notice_words notice_held_down_words;
/* A comparison with others: 高于全省2个百分点. */
extern notice_words notice_relative_words;

#endif

/* finish.h: whether a task's words name a thing to finish, build or create, by which it is a staged
 * one (阶段性任务). */
#ifndef TZ_NOTICE_FINISH_H
#define TZ_NOTICE_FINISH_H

#include "phrase.h"

bool notice_names_finish(const notice_phrase *phrase);

#endif

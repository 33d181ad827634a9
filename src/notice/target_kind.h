/* target_kind.h: what a target's number means over the year. */
#ifndef TZ_NOTICE_TARGET_KIND_H
#define TZ_NOTICE_TARGET_KIND_H

#include "notice.h"
#include "quantity.h"
#include "target_name.h"

notice_target_kind notice_kind_of(const notice_phrase *phrase, const notice_quantity *quantity,
                                  const notice_heading *heading);

/* Whether the figure is to stay at or below the number: 控制在…以内, or a price or the like that is
 * held down. */
bool notice_is_at_most(const notice_phrase *phrase, const notice_quantity *quantity,
                       const notice_heading *heading);

#endif

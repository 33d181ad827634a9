/* radicals.h: the Han characters that the radicals of the CJK radicals supplement look like. */
#ifndef TZ_TEXT_RADICALS_H
#define TZ_TEXT_RADICALS_H

#include <stdint.h>

/* The ideograph for a radical of U+2E80–2EFF (⺠ → 民), or 0 where there is none. */
uint32_t tz_ideograph_of_radical(uint32_t character);

#endif

// test_header_cxx.cpp: taizhang.h alone in C++17. That it links shows that the names are C's.
#include "taizhang.h"

extern "C" int check_from_cxx(void);

extern "C" int check_from_cxx(void)
{
    const tz_task_change change = TZ_TASK_CHANGE_INIT;
    const tz_progress entry = TZ_PROGRESS_INIT;
    return change.is_key == -1 && !entry.is_interim && tz_version()[0] == TZ_VERSION[0] &&
           tz_language_of_locale("en_GB.UTF-8") == TZ_EN;
}

// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the leak sanitizer would find in the libraries themselves: GLib's first table, made when it is loaded,
// and what PulseAudio's client leaves when there is no server. Their frames are only seen by the slow
// unwinder.

extern "C" const char* __asan_default_options(); // NOLINT(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char* __lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): the same

extern "C" const char* __asan_default_options()
{
    return "fast_unwind_on_malloc=0";
}

extern "C" const char* __lsan_default_suppressions()
{
    return "leak:call_init\nleak:libpulse\n";
}

// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the leak sanitizer would find in the libraries themselves: GLib's first table, made when it is loaded;
// what PulseAudio's client leaves when there is no server; and OpenSSL's state of each thread (its errors, its
// random generators), which goes with the thread, while those of GLib's pool may outlive the test. Their
// frames are only seen by the slow unwinder.

extern "C" const char* __asan_default_options(); // NOLINT(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char* __lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): the same

extern "C" const char* __asan_default_options()
{
    return "fast_unwind_on_malloc=0";
}

extern "C" const char* __lsan_default_suppressions()
{
    return "leak:call_init\nleak:libpulse\nleak:ERR_clear_error\nleak:EVP_RAND_CTX_new\n";
}

// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Owns one object of a C library and frees it with the library's own function. Knows no library itself.
#pragma once

#include <memory>

namespace chevet::sealing {

template<auto Free> struct FreedBy
{
    template<class Object> void operator()(Object* object) const { Free(object); }
};

template<class Object, auto Free> using Handle = std::unique_ptr<Object, FreedBy<Free>>;

} // namespace chevet::sealing

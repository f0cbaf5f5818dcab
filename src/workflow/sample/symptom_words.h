// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The symptoms' words, spread over two files; words.cpp picks among them.
#pragma once

#include "workflow/sample/words.h"

namespace chevet::workflow::sample {

extern const SymptomWords painWords;
extern const SymptomWords dyspnoeaWords;
extern const SymptomWords nauseaWords;
extern const SymptomWords agitationWords;
extern const SymptomWords deliriumWords;
extern const SymptomWords woundWords;
extern const SymptomWords bleedingWords;
extern const SymptomWords secretionsWords;
extern const SymptomWords anxietyWords;
extern const SymptomWords dehydrationWords;
extern const SymptomWords sideEffectWords;
extern const SymptomWords otherWords;

} // namespace chevet::workflow::sample

// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The passages that rules stand on, as short quotations: so that a reason can be followed to what was said.
// Thread: gui.
#pragma once

#include <QString>

#include <vector>

namespace chevet::workflow {

struct Passage
{
    QString place; ///< "000:375-381": document and lines
    QString work;  ///< what kind of document it is
    QString text;  ///< in the document's language; empty if it is not at hand
};

/// Of a rule's or a reason's source ("000:374-381, 003:13"). None for a team's own rule.
std::vector<Passage> passagesOf(const QString& source);

} // namespace chevet::workflow

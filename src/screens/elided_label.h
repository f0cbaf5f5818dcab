// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line that is cut with "…" where the room ends, and tells the whole in its tip. Thread: gui.
#pragma once

#include <QLabel>

namespace chevet::screens {

class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// setText of QLabel takes the whole text; only the painting is cut.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace chevet::screens

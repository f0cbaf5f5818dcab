// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bedside's picture, large, with the own one small in its corner; words or the picture of a link where
// there is none. Only paints what it is given: whether a picture may be shown is decided elsewhere. Thread:
// gui.
#pragma once

#include <QImage>
#include <QWidget>

namespace chevet::screens {

class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    /// A null picture: the words are shown.
    void showPicture(const QImage& picture);
    void showOwnPicture(const QImage& picture);
    /// Black on white, one pixel a module; null: none.
    void showCode(const QImage& code);
    /// In the middle, where there is no picture.
    void showWords(const QString& words);
    /// What is shown stays; new pictures are passed over.
    void freeze(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }
    bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWords(QPainter& painter, const QRect& area) const;
    void paintOwn(QPainter& painter) const;

    QImage m_picture;
    QImage m_own;
    QImage m_code;
    QString m_words;
    bool m_isFrozen = false;
};

} // namespace chevet::screens

// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/look.h"
#include "screens/queue_table.h"
#include "support/catch.h"
#include "support/random.h"
#include "workflow/queue_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace chevet;
using namespace chevet::screens;

namespace {

using Columns = workflow::QueueModel;

/// Numbered rows that come, go and move one by one, as the queue's model does.
class Rows : public QAbstractTableModel
{
public:
    explicit Rows(int count) : m_rows(std::size_t(count)) { std::iota(m_rows.begin(), m_rows.end(), 0); }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(Columns::ColumnCount);
    }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        const int number = m_rows.at(std::size_t(index.row()));
        switch (role) {
        case Qt::DisplayRole: return QStringLiteral("row %1").arg(number);
        case Columns::PriorityRole: return number % 4 + 1;
        case Columns::OverdueRole: return number % 3 == 0;
        case Columns::ModalityRole: return number % 5;
        default: return {};
        }
    }

    int numberAt(int row) const { return m_rows.at(std::size_t(row)); }
    void insert(int at)
    {
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, m_next++);
        endInsertRows();
    }
    void remove(int at)
    {
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
    void move(int from, int to)
    {
        if (from == to || !beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
            return;
        }
        const int number = m_rows[std::size_t(from)];
        m_rows.erase(m_rows.begin() + from);
        m_rows.insert(m_rows.begin() + to, number);
        endMoveRows();
    }

private:
    std::vector<int> m_rows;
    int m_next = 1000;
};

struct Shown
{
    explicit Shown(int rows, QSize size = QSize(900, 400))
        : model(rows), tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        table.resize(size);
        table.setModel(&model);
        table.show();
        REQUIRE(QTest::qWaitForWindowExposed(&table));
    }
    int top() const { return table.rowViewportPosition(table.currentIndex().row()); }
    int selected() const { return model.numberAt(table.currentIndex().row()); }

    Look look{*qApp};
    Rows model;
    QAbstractItemModelTester tester;
    QueueTable table;
};

} // namespace

TEST_CASE("The selected row never moves while two hundred others come, go and move")
{
    for (const int rows : {3, 8, 60}) {
        for (const int selected : {0, rows / 2, rows - 1}) {
            Shown shown(rows);
            shown.table.selectRowNumber(selected);
            shown.table.scrollTo(shown.table.currentIndex());
            const int number = shown.selected();
            const int top = shown.top();
            test::Random random(std::uint64_t(rows * 100 + selected));
            for (int change = 0; change < 200; ++change) {
                const auto at = [&](int count) {
                    return int(random.below(std::uint64_t(std::max(count, 1))));
                };
                const int kind = at(10);
                if (kind < 5) {
                    shown.model.insert(at(shown.model.rowCount() + 1));
                } else if (kind < 8) {
                    shown.model.move(at(shown.model.rowCount()), at(shown.model.rowCount()));
                } else if (const int row = at(shown.model.rowCount());
                           row != shown.table.currentIndex().row()) {
                    shown.model.remove(row);
                }
                INFO("change " << change << " of " << rows << " rows");
                REQUIRE(shown.selected() == number);
                REQUIRE(shown.top() == top);
            }
        }
    }
}

TEST_CASE("A row that is painted after a change is still the one that Enter opens")
{
    Shown shown(20);
    shown.table.selectRowNumber(4);
    QSignalSpy opened(&shown.table, &QueueTable::opened);
    shown.model.insert(0);
    shown.model.insert(2);
    shown.table.setFocus();
    QTest::keyClick(&shown.table, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(shown.model.numberAt(opened[0][0].toModelIndex().row()) == 4);
}

TEST_CASE("Letting go closes the room that was held above the rows")
{
    Shown shown(4);
    shown.table.selectRowNumber(3);
    shown.model.remove(0);
    CHECK(shown.table.verticalScrollBar()->value() == -rowHeight);
    shown.table.release();
    CHECK(shown.table.verticalScrollBar()->value() == 0);
    CHECK(shown.table.verticalScrollBar()->minimum() == 0);
}

TEST_CASE("Rows are all 40 pixels high and columns give way by importance")
{
    Shown wide(5, QSize(1400, 400));
    CHECK(wide.table.rowHeight(0) == rowHeight);
    CHECK(wide.table.rowHeight(4) == rowHeight);
    for (int column = 0; column < Columns::ColumnCount; ++column) {
        CHECK_FALSE(wide.table.isColumnHidden(column));
    }
    Shown narrow(5, QSize(500, 400));
    CHECK_FALSE(narrow.table.isColumnHidden(Columns::PriorityColumn));
    CHECK_FALSE(narrow.table.isColumnHidden(Columns::DueColumn));
    CHECK_FALSE(narrow.table.isColumnHidden(Columns::ResidentColumn));
    CHECK(narrow.table.isColumnHidden(Columns::LastWordColumn));
    int width = 0;
    for (int column = 0; column < Columns::ColumnCount; ++column) {
        width += narrow.table.isColumnHidden(column) ? 0 : narrow.table.columnWidth(column);
    }
    CHECK(width <= narrow.table.viewport()->width());
}

TEST_CASE("The code of a priority has room beside its shape in a narrow font and in a wide one")
{
    const QFont usual = QApplication::font();
    for (const auto& family : {usual.family(), QStringLiteral("DejaVu Sans")}) {
        QFont font(usual);
        font.setFamily(family);
        Shown shown(3, QSize(700, 400));
        shown.table.setFont(font);
        shown.table.resize(1200, 400);
        QCoreApplication::sendPostedEvents();
        font.setBold(true);
        constexpr int shapeAndMargins = 16 + 3 * screens::gridStep;
        INFO(family.toStdString());
        CHECK(shown.table.columnWidth(Columns::PriorityColumn) - shapeAndMargins >=
              QFontMetrics(font).horizontalAdvance(QStringLiteral("P4")));
    }
}

TEST_CASE("A row's painting shows its priority by a shape of its own")
{
    Shown shown(4);
    const QImage picture =
        shown.table.viewport()->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    std::vector<QImage> shapes;
    for (int row = 0; row < 4; ++row) {
        shapes.push_back(picture.copy(0, row * rowHeight + 2, 28, rowHeight - 4));
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (std::size_t j = i + 1; j < shapes.size(); ++j) {
            CHECK(shapes[i] != shapes[j]);
        }
    }
}

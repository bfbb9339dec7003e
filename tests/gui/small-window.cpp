// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/controls/elidedbutton.h"
#include "gui/controls/elidedlabel.h"
#include "gui/environments/environmentdelegate.h"
#include "gui/environments/environmentlistmodel.h"
#include "gui/window/welcome.h"

#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <QTranslator>

using namespace tokeni;

/*! In the smallest window no text ends in the middle of a letter. */
class SmallWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsNoText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("hasToken");
        for (const QString &language : {u"en"_s, u"sw"_s}) {
            QTest::addRow("%s, first start", qPrintable(language)) << language << false;
            QTest::addRow("%s, a token", qPrintable(language)) << language << true;
        }
    }
    void cutsNoText()
    {
        QFETCH(QString, language);
        QFETCH(bool, hasToken);
        QTranslator words;
        QVERIFY(words.load(u":/tokeni/translations/tokeni_"_s + language + u".qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&words));
        FakeWindowDriver driver(hasToken ? FakeWindowDriver::Keys::Stored
                                         : FakeWindowDriver::Keys::None);
        QVERIFY(driver.show());
        driver.window().resize(720, 480);
        QTRY_COMPARE(driver.window().size(), QSize(720, 480));
        if (hasToken) {
            QTest::keyClick(&driver.window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(driver.transport.count(), 1);
            driver.answer(0, tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
            QTRY_VERIFY(driver.tokens().token(u"alpha"_s));
        } else {
            QVERIFY(driver.window().findChild<Welcome *>()->isVisible());
        }
        QStringList cut;
        for (const QWidget *widget : driver.window().findChildren<QWidget *>()) {
            if (widget->isVisible() && !widget->visibleRegion().isEmpty() && isCut(*widget))
                cut.append(widget->objectName() + u": "_s + textOf(*widget));
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void theListShowsWholeNames()
    {
        QStandardItemModel model;
        const QModelIndex production = add(model, u"Production"_s);
        const QModelIndex shop = add(model, u"Production of the shop"_s);
        const int width = Theme::length(u"leastSideWidth"_s) - 2 * Theme::length(u"sideInset"_s)
            - Theme::length(u"rowTextLeft"_s) - Theme::length(u"rowInset"_s);
        const auto small = EnvironmentDelegate::rowText(production, width);
        QCOMPARE(small.name, u"Production"_s);
        QVERIFY(small.timeIsBelow);
        QCOMPARE(small.host, QString());
        const auto longName = EnvironmentDelegate::rowText(shop, width + width / 2);
        QCOMPARE(longName.name, u"Production of the shop"_s);
        QVERIFY(longName.timeIsBelow);
        QVERIFY(longName.host.contains(u'…'));
        const auto large = EnvironmentDelegate::rowText(production, 2 * width);
        QCOMPARE(large.name, u"Production"_s);
        QVERIFY(!large.timeIsBelow);
        QCOMPARE(large.host, u"api.safaricom.co.ke"_s);
    }

private:
    static QModelIndex add(QStandardItemModel &model, const QString &name)
    {
        auto *item = new QStandardItem(name);
        item->setData(u"hakuna tokeni"_s, EnvironmentListModel::TimeRole);
        item->setData(u"api.safaricom.co.ke"_s, EnvironmentListModel::HostRole);
        model.appendRow(item);
        return item->index();
    }
    static QString textOf(const QWidget &widget) { return widget.property("text").toString(); }
    template <typename Button> static bool isElided(const QWidget &widget)
    {
        const auto *button = dynamic_cast<const ElidedButton<Button> *>(&widget);
        return button
            && (button->shownText() == button->text() || button->shownText().endsWith(u'…'));
    }
    static bool isCut(const QWidget &widget)
    {
        const auto *label = qobject_cast<const QLabel *>(&widget);
        if (textOf(widget).isEmpty() || qobject_cast<const ElidedLabel *>(label)
            || isElided<QCheckBox>(widget) || isElided<QPushButton>(widget))
            return false;
        if (label && label->wordWrap())
            return label->heightForWidth(label->width()) > label->height();
        return (label || qobject_cast<const QAbstractButton *>(&widget))
            && widget.sizeHint().width() > widget.width();
    }
};

QTEST_MAIN(SmallWindow)
#include "small-window.moc"

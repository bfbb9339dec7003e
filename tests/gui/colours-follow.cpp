// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include "gui/theme/appearance.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;

/*! The colours go by the user's choice, else by the system's wish, and change in the open window.
 */
class ColoursFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What an earlier one wore would count as the system's.
    void init() { QApplication::setPalette(QPalette()); }

    void theChoiceGoesFirst()
    {
        Appearance appearance(*qApp);
        appearance.setSystemWish(ColourScheme::Dark);
        QCOMPARE(window(), ground(ColourScheme::Dark));
        appearance.setChoice(Settings::Colours::Light);
        QCOMPARE(window(), ground(ColourScheme::Light));
        appearance.setSystemWish(ColourScheme::Light);
        appearance.setChoice(Settings::Colours::Dark);
        QCOMPARE(window(), ground(ColourScheme::Dark));
    }

    void theSystemsWishIsFollowed()
    {
        Appearance appearance(*qApp);
        QSignalSpy changed(&appearance.theme(), &Theme::changed);
        appearance.setSystemWish(ColourScheme::Dark);
        QCOMPARE(window(), ground(ColourScheme::Dark));
        appearance.setSystemWish(ColourScheme::Dark);
        QCOMPARE(changed.count(), 1);
        appearance.setSystemWish(ColourScheme::Light);
        QCOMPARE(window(), ground(ColourScheme::Light));
        QCOMPARE(changed.count(), 2);
    }

    void withoutAWishThePaletteTells()
    {
        Appearance appearance(*qApp);
        appearance.setSystemWish(ColourScheme::Dark);
        appearance.setSystemWish(std::nullopt);
        appearance.lookAtPalette();
        // The palette of a plain X display is light.
        QCOMPARE(window(), ground(ColourScheme::Light));
    }

    void theOpenWindowChanges()
    {
        Appearance appearance(*qApp);
        appearance.setSystemWish(ColourScheme::Light);
        FakeDesk desk;
        connect(&appearance.theme(), &Theme::changed, &desk.window(),
                [&] { desk.theme().setScheme(appearance.theme().scheme()); });
        QVERIFY(desk.show());
        QVERIFY(desk.type(u"Consumer key"_s, u"typed"_s));
        QCOMPARE(corner(desk), ground(ColourScheme::Light));
        appearance.setSystemWish(ColourScheme::Dark);
        QCOMPARE(corner(desk), ground(ColourScheme::Dark));
        QCOMPARE(desk.text(u"Consumer key"_s), u"typed"_s);
        appearance.setSystemWish(ColourScheme::Light);
        QCOMPARE(corner(desk), ground(ColourScheme::Light));
    }

    void iconsChangeInAnOpenDialogToo()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.choose(u"Edit…"_s));
        QWidget *dialog = desk.dialog();
        QVERIFY(dialog);
        const QList<QImage> light = icons(desk, *dialog);
        desk.theme().setScheme(Theme::Scheme::Dark);
        const QList<QImage> dark = icons(desk, *dialog);
        QCOMPARE(dark.size(), light.size());
        for (qsizetype i = 0; i < light.size(); ++i)
            QVERIFY2(dark[i] != light[i], qPrintable(QString::number(i)));
    }

private:
    // Of buttons in every zone, and of the field for a file in the dialog.
    static QList<QImage> icons(Desk &desk, const QWidget &dialog)
    {
        QList<QImage> images;
        const auto add = [&images](const QIcon &icon) { images.append(icon.pixmap(16).toImage()); };
        for (const QString &name : {u"Tokeni menu"_s, u"Environment menu"_s, u"Show consumer key"_s,
                                    u"Show token"_s, u"Next match"_s})
            add(desk.find<QAbstractButton>(name)->icon());
        for (const QAction *action : dialog.findChildren<QAction *>()) {
            if (action->text() == u"Choose a file"_s)
                add(action->icon());
        }
        return images;
    }
    static QColor window() { return QApplication::palette().color(QPalette::Window); }
    static QColor ground(ColourScheme scheme) { return Theme(scheme).colour(u"window"_s); }
    // Between the zones and the window's right edge.
    static QColor corner(Desk &desk)
    {
        const QImage picture = desk.window().grab().toImage();
        return picture.pixelColor(picture.width() - 5, picture.height() / 2);
    }
};

QTEST_MAIN(ColoursFollow)
#include "colours-follow.moc"

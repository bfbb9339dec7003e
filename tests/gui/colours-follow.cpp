// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/theme/appearance.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;

/*! The colours follow the user's choice, or else the system's preference, and change in the open
 *  window. */
class ColoursFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The palette of an earlier test would count as the system's.
    void init() { QApplication::setPalette(QPalette()); }

    void theUsersChoiceFirst()
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

    void theSystemsPreference()
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

    void thePaletteWithoutAPreference()
    {
        Appearance appearance(*qApp);
        appearance.setSystemWish(ColourScheme::Dark);
        appearance.setSystemWish(std::nullopt);
        appearance.lookAtPalette();
        // The palette of a plain X display is light.
        QCOMPARE(window(), ground(ColourScheme::Light));
    }

    void inTheOpenWindow()
    {
        Appearance appearance(*qApp);
        appearance.setSystemWish(ColourScheme::Light);
        FakeWindowDriver driver;
        connect(&appearance.theme(), &Theme::changed, &driver.window(),
                [&] { driver.theme().setScheme(appearance.theme().scheme()); });
        QVERIFY(driver.show());
        QVERIFY(driver.type(u"Consumer key"_s, u"typed"_s));
        QCOMPARE(corner(driver), ground(ColourScheme::Light));
        appearance.setSystemWish(ColourScheme::Dark);
        QCOMPARE(corner(driver), ground(ColourScheme::Dark));
        QCOMPARE(driver.text(u"Consumer key"_s), u"typed"_s);
        appearance.setSystemWish(ColourScheme::Light);
        QCOMPARE(corner(driver), ground(ColourScheme::Light));
    }

    void withTheIconsOfAnOpenDialog()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.choose(u"Edit…"_s));
        QWidget *dialog = driver.dialog();
        QVERIFY(dialog);
        const QList<QImage> light = icons(driver, *dialog);
        driver.theme().setScheme(Theme::Scheme::Dark);
        const QList<QImage> dark = icons(driver, *dialog);
        QCOMPARE(dark.size(), light.size());
        for (qsizetype i = 0; i < light.size(); ++i)
            QVERIFY2(dark[i] != light[i], qPrintable(QString::number(i)));
    }

private:
    // The icons of buttons in every zone, and of the file field in the dialog.
    static QList<QImage> icons(WindowDriver &driver, const QWidget &dialog)
    {
        QList<QImage> images;
        const auto add = [&images](const QIcon &icon) { images.append(icon.pixmap(16).toImage()); };
        for (const QString &name : {u"Tokeni menu"_s, u"Environment menu"_s, u"Show consumer key"_s,
                                    u"Show token"_s, u"Next match"_s})
            add(driver.find<QAbstractButton>(name)->icon());
        for (const QAction *action : dialog.findChildren<QAction *>()) {
            if (action->text() == u"Choose a file"_s)
                add(action->icon());
        }
        return images;
    }
    static QColor window() { return QApplication::palette().color(QPalette::Window); }
    static QColor ground(ColourScheme scheme) { return Theme(scheme).colour(u"window"_s); }
    // A point between the zones and the window's right edge.
    static QColor corner(WindowDriver &driver)
    {
        const QImage picture = driver.window().grab().toImage();
        return picture.pixelColor(picture.width() - 5, picture.height() / 2);
    }
};

QTEST_MAIN(ColoursFollow)
#include "colours-follow.moc"

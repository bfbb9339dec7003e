// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

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

    void iconsChangeInAnOpenDialogToo()
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
    // Of buttons in every zone, and of the field for a file in the dialog.
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
    // Between the zones and the window's right edge.
    static QColor corner(WindowDriver &driver)
    {
        const QImage picture = driver.window().grab().toImage();
        return picture.pixelColor(picture.width() - 5, picture.height() / 2);
    }
};

QTEST_MAIN(ColoursFollow)
#include "colours-follow.moc"

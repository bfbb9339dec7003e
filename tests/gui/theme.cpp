// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme/theme.h"
#include "gui/theme/appearance.h"
#include "gui/theme/svgicon.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFontMetrics>
#include <QIcon>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// WCAG 2.2, success criterion 1.4.3, level AA, for text of normal size.
constexpr double minContrast = 4.5;
// WCAG 2.2, success criterion 1.4.11, level AA, for non-text content.
constexpr double minMarkContrast = 3.0;

QByteArray resource(const QString &path)
{
    QFile file(u":/tokeni/theme/"_s + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject tokens(const QString &group)
{
    return QJsonDocument::fromJson(resource(u"tokens.json"_s)).object()[group].toObject();
}

QJsonObject coloursOf(const QString &scheme)
{
    return tokens(u"colours"_s)[scheme].toObject();
}

// WCAG 2.2: relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

// Drawn at the requested resolution, and not empty.
bool isDrawn(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(32, 32), 2).toImage();
    if (image.size() != QSize(64, 64))
        return false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return true;
        }
    }
    return false;
}

// Whether a pixel of \a widget has that colour, or one that can't be distinguished from it.
bool has(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor found = image.pixelColor(x, y);
            if (std::abs(found.red() - colour.red()) + std::abs(found.green() - colour.green())
                    + std::abs(found.blue() - colour.blue())
                < 24)
                return true;
        }
    }
    return false;
}

} // namespace

/*! The colours of both schemes, lengths and fonts, and what the style sheet makes of them. */
class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresContrastAsTheStandardSays()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        // The grey that is known to pass only just.
        QVERIFY(std::abs(contrast(QColor(u"#767676"_s), Qt::white) - 4.54) < 0.01);
    }

    void hasTheSameNamesInBothSchemes()
    {
        const QStringList light = coloursOf(u"light"_s).keys();
        QVERIFY(!light.isEmpty());
        QCOMPARE(coloursOf(u"dark"_s).keys(), light);
    }

    void hasOnlyValidColours_data() { schemes(); }
    void hasOnlyValidColours()
    {
        QFETCH(QString, name);
        QFETCH(Theme::Scheme, scheme);
        const QJsonObject colours = coloursOf(name);
        const Theme theme(scheme);
        for (auto it = colours.begin(); it != colours.end(); ++it) {
            QVERIFY2(QColor::isValidColorName(it.value().toString()), qPrintable(it.key()));
            QCOMPARE(theme.colour(it.key()), QColor(it.value().toString()));
        }
    }

    void leavesNoNameInTheStyleSheet_data() { schemes(); }
    void leavesNoNameInTheStyleSheet()
    {
        QFETCH(Theme::Scheme, scheme);
        const QString raw = QString::fromUtf8(resource(u"tokeni.qss"_s));
        QVERIFY(raw.contains(u"@ink@"_s));
        QString sheet = Theme(scheme).styleSheet();
        // The comment at the top explains the notation.
        sheet.remove(
            QRegularExpression(uR"(/\*.*?\*/)"_s, QRegularExpression::DotMatchesEverythingOption));
        QVERIFY(sheet.contains(Theme(scheme).colour(u"ink"_s).name()));
        const QRegularExpressionMatch left = QRegularExpression(u"@\\w*"_s).match(sheet);
        QVERIFY2(!left.hasMatch(), qPrintable(left.captured()));
    }

    void drawsTheStyleSheetsImagesWithoutAPlugin_data() { schemes(); }
    void drawsTheStyleSheetsImagesWithoutAPlugin()
    {
        QFETCH(Theme::Scheme, scheme);
        static const QRegularExpression url(uR"(url\((.*?)\))"_s);
        const QString sheet = Theme(scheme).styleSheet();
        for (auto match = url.globalMatch(sheet); match.hasNext();) {
            const QString path = match.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
            QVERIFY2(isDrawn(QIcon(path)), qPrintable(path));
        }
    }

    void showsTickAndArrowsInTheControls_data() { schemes(); }
    void showsTickAndArrowsInTheControls()
    {
        QFETCH(Theme::Scheme, scheme);
        Appearance appearance(*qApp);
        appearance.setChoice(scheme == Theme::Scheme::Dark ? Settings::Colours::Dark
                                                           : Settings::Colours::Light);
        const QColor accent = appearance.theme().colour(u"accent"_s);
        const QColor accentInk = appearance.theme().colour(u"accentInk"_s);
        const QColor mute = appearance.theme().colour(u"mute"_s);

        QCheckBox box;
        box.setChecked(true);
        QVERIFY(has(box, accent));
        QVERIFY(has(box, accentInk));
        QComboBox choice;
        QVERIFY(has(choice, mute));
        QSpinBox number;
        number.setSpecialValueText(u" "_s);
        QVERIFY(has(number, mute));
    }

    void drawsTheIconsOfWindowAndTrayWithoutAPlugin()
    {
        const Appearance appearance(*qApp);
        QVERIFY(isDrawn(QApplication::windowIcon()));
        for (const QString &name : {u"tray"_s, u"tray-production"_s})
            QVERIFY2(isDrawn(svgIcon(u":/tokeni/icons/%1.svg"_s.arg(name))), qPrintable(name));
    }

    void followsThePalette_data() { schemes(); }
    void followsThePalette()
    {
        QFETCH(Theme::Scheme, scheme);
        QCOMPARE(Theme::schemeOf(Theme(scheme).palette()), scheme);
    }

    void hasEnoughContrastForText_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ground");
        const std::pair<const char *, QStringList> uses[] = {
            {"ink",
             {u"window"_s, u"side"_s, u"card"_s, u"field"_s, u"selection"_s, u"warnSelection"_s,
              u"hover"_s, u"match"_s}},
            {"mute",
             {u"window"_s, u"side"_s, u"card"_s, u"field"_s, u"selection"_s, u"warnSelection"_s,
              u"hover"_s}},
            // The time left in the list, links, status and method.
            {"accent",
             {u"side"_s, u"card"_s, u"field"_s, u"selection"_s, u"warnSelection"_s, u"hover"_s}},
            // "expired" in the list, problems beside fields in window and dialogs, and status. The
            // time left in the last five minutes.
            {"ageing", {u"side"_s, u"card"_s, u"selection"_s, u"warnSelection"_s, u"hover"_s}},
            {"warn",
             {u"window"_s, u"side"_s, u"card"_s, u"field"_s, u"selection"_s, u"warnSelection"_s,
              u"hover"_s}},
            {"accentInk", {u"accent"_s, u"accentHover"_s}},
            {"warnInk", {u"warn"_s, u"warnHover"_s}},
            {"simulatorInk", {u"simulator"_s}},
            {"customInk", {u"custom"_s}},
            {"jsonKey", {u"card"_s}},
            {"jsonText", {u"card"_s}},
            {"jsonNumber", {u"card"_s}},
        };
        for (const auto &[name, scheme] :
             {std::pair{"light", Theme::Scheme::Light}, std::pair{"dark", Theme::Scheme::Dark}}) {
            for (const auto &[text, grounds] : uses) {
                for (const QString &ground : grounds) {
                    QTest::addRow("%s: %s on %s", name, text, qPrintable(ground))
                        << scheme << QString::fromLatin1(text) << ground;
                }
            }
        }
    }
    void hasEnoughContrastForText()
    {
        QFETCH(Theme::Scheme, scheme);
        QFETCH(QString, text);
        QFETCH(QString, ground);
        const Theme theme(scheme);
        const double found = contrast(theme.colour(text), theme.colour(ground));
        QVERIFY2(found >= minContrast, qPrintable(u"%1 : 1"_s.arg(found, 0, 'f', 2)));
    }

    void hasEnoughContrastForMarks_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("ground");
        const std::pair<const char *, QStringList> uses[] = {
            {"accent", {u"card"_s, u"side"_s, u"selection"_s}}, // Ring, dot and tab.
            {"ageingRing", {u"card"_s}},
            {"warn", {u"card"_s, u"side"_s, u"warnSelection"_s}},
            {"simulator", {u"side"_s, u"selection"_s, u"window"_s, u"card"_s}}, // Bars too.
            {"custom", {u"side"_s, u"selection"_s, u"window"_s, u"card"_s}},
            {"focus", {u"window"_s, u"side"_s, u"card"_s, u"field"_s}},
        };
        for (const auto &[name, scheme] :
             {std::pair{"light", Theme::Scheme::Light}, std::pair{"dark", Theme::Scheme::Dark}}) {
            for (const auto &[mark, grounds] : uses) {
                for (const QString &ground : grounds) {
                    QTest::addRow("%s: %s on %s", name, mark, qPrintable(ground))
                        << scheme << QString::fromLatin1(mark) << ground;
                }
            }
        }
    }
    void hasEnoughContrastForMarks()
    {
        QFETCH(Theme::Scheme, scheme);
        QFETCH(QString, mark);
        QFETCH(QString, ground);
        const Theme theme(scheme);
        const double found = contrast(theme.colour(mark), theme.colour(ground));
        QVERIFY2(found >= minMarkContrast, qPrintable(u"%1 : 1"_s.arg(found, 0, 'f', 2)));
    }

    void hasTheLengthsAndFontsOfTheDesignTokens()
    {
        const QJsonObject lengths = tokens(u"lengths"_s);
        QVERIFY(!lengths.isEmpty());
        for (auto it = lengths.begin(); it != lengths.end(); ++it)
            QCOMPARE(Theme::length(it.key()), it.value().toInt(-1));
        const QJsonObject fonts = tokens(u"fonts"_s);
        QVERIFY(!fonts.isEmpty());
        for (auto it = fonts.begin(); it != fonts.end(); ++it) {
            QCOMPARE(Theme::font(it.key()).pixelSize(), it.value()[u"size"_s].toInt(-1));
            QCOMPARE(int(Theme::font(it.key()).weight()), it.value()[u"weight"_s].toInt(-1));
        }
    }

    void usesAFixedWidthFontForCode()
    {
        const QFontMetrics code(Theme::font(u"code"_s));
        QCOMPARE(code.horizontalAdvance(u'i'), code.horizontalAdvance(u'W'));
    }

private:
    static void schemes()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << Theme::Scheme::Light << u"light"_s;
        QTest::newRow("dark") << Theme::Scheme::Dark << u"dark"_s;
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    // Like on a system with Qt but without its image plugins. The display's plugin is loaded
    // already.
    QCoreApplication::setLibraryPaths({});
    ThemeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "theme.moc"

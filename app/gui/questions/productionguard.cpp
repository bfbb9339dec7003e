// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/questions/productionguard.h"

#include "core/environment/knownhosts.h"
#include "core/text/visibletext.h"
#include "core/token/renewal.h"
#include "gui/theme/styleproperty.h"

#include <QApplication>
#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A name without spaces is not wrapped, and a longer one would be wider than the question.
constexpr qsizetype maxAskedName = 48;

// The end of a host shows who owns it.
QString shownServer(const QUrl &url)
{
    QString host = shownHost(url);
    if (host.size() > maxAskedName)
        host = u'…' + host.last(maxAskedName - 1);
    return url.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(url.port());
}

QString shownName(const Environment &environment)
{
    return isolated(shortened(environment.name, maxAskedName));
}

QString onItsServer(const Environment &environment)
{
    return environment.id + u' ' + serverOf(environment.tokenUrl);
}

QString moveOf(const Intent &intent)
{
    return onItsServer(intent.environment) + u' ' + serverOf(intent.storedUrl);
}

} // namespace

ProductionGuard::ProductionGuard(SettingsModel &settings, const Theme &theme, QWidget *window)
    : QObject(window), m_settings(settings), m_theme(theme), m_window(window)
{ }

bool ProductionGuard::asksAboutProduction(const Intent &intent) const
{
    const QString place = onItsServer(intent.environment);
    return intent.sends && isProduction(intent.environment) && !m_agreed.contains(place)
        && !m_settings.current().productionUnasked.contains(place);
}

bool ProductionGuard::asksAboutServer(const Intent &intent) const
{
    if (serverOf(intent.environment.tokenUrl) == serverOf(intent.storedUrl)
        || m_moves.contains(moveOf(intent)))
        return false;
    Environment before = intent.environment;
    before.tokenUrl = intent.storedUrl;
    return intent.hasKeys || isProduction(before) || isProduction(intent.environment);
}

bool ProductionGuard::allows(const Intent &intent) const
{
    return !asksAboutProduction(intent) && !asksAboutServer(intent);
}

void ProductionGuard::ask(const Intent &intent, QObject *context,
                          const std::function<void()> &agreed)
{
    Q_EMIT asking();
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        Q_EMIT declined(tr("Answer the open question first"));
    } else {
        open(intent, context, agreed);
    }
}

void ProductionGuard::forget(const Intent &intent)
{
    m_moves.remove(moveOf(intent));
}

void ProductionGuard::open(const Intent &intent, QObject *context,
                           const std::function<void()> &agreed)
{
    const bool ofProduction = asksAboutProduction(intent);
    const bool ofServer = asksAboutServer(intent);
    const Environment &environment = intent.environment;
    const bool inEthiopia = serviceOf(environment.tokenUrl) == Service::SafaricomEthiopia;
    const QString production
        = (inEthiopia ? tr(
               "“%1” is PRODUCTION in Ethiopia: every call made with its token moves real money.")
                      : tr("“%1” is PRODUCTION: every call made with its token moves real money."))
              .arg(shownName(environment));
    QString from = shownServer(intent.storedUrl);
    QString to = shownServer(environment.tokenUrl);
    if (from == to) {
        from = serverOf(intent.storedUrl);
        to = serverOf(environment.tokenUrl);
    }
    const QString server = tr("The keys of “%1” were for %2 until now. They would go to %3.")
                               .arg(shownName(environment), from, to);

    // In front of the dialog that asked for it, if any.
    QWidget *dialog = QApplication::activeModalWidget();
    auto *question = new QMessageBox(dialog ? dialog : m_window);
    m_question = question;
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto paintIcon = [question, &theme = m_theme] {
        const int side = Theme::length(u"bigIcon"_s);
        question->setIconPixmap(theme.icon(u"warning"_s, u"warn"_s).pixmap(side));
    };
    connect(&m_theme, &Theme::changed, question, paintIcon);
    paintIcon();
    question->setTextFormat(Qt::PlainText);
    const bool isInProduction = isProduction(environment);
    question->setWindowTitle(isInProduction ? tr("Production") : tr("Another server"));
    question->setText(isInProduction ? production : server);
    QStringList more;
    if (isInProduction && ofServer)
        more.append(server);
    if (ofProduction)
        more.append(endsTheTokenBefore());
    question->setInformativeText(more.join(u"\n\n"_s));
    QCheckBox *noMore = nullptr;
    if (ofProduction) {
        noMore = new QCheckBox(tr("Don't ask again for this environment"));
        question->setCheckBox(noMore);
    }
    QPushButton *yes = question->addButton(
        ofProduction ? tr("Use production") : tr("Use the other server"), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    setStyleProperty(yes, "primary", true);
    setStyleProperty(yes, "production", isInProduction);
    // Pressing Return by accident must not mean yes.
    yes->setAutoDefault(false);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(question, &QMessageBox::finished, this,
            [this, question, yes, noMore, intent, ofProduction, ofServer, asker = QPointer(context),
             agreed] {
                m_question.clear();
                if (question->clickedButton() != yes) {
                    Q_EMIT declined(ofProduction
                                        ? tr("Production was not used · nothing was copied")
                                        : tr("The server was not changed"));
                    return;
                }
                const QString place = onItsServer(intent.environment);
                if (ofProduction)
                    m_agreed.insert(place);
                if (ofServer)
                    m_moves.insert(moveOf(intent));
                if (ofProduction && noMore->isChecked()) {
                    Settings chosen = m_settings.current();
                    chosen.productionUnasked.insert(place);
                    m_settings.change(chosen);
                }
                if (asker)
                    agreed();
            });
    question->open();
}

} // namespace tokeni

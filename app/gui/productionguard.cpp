// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/productionguard.h"

#include "core/visibletext.h"
#include "gui/styleproperty.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A name without a space is not broken, and a longer one would be wider than the question.
constexpr qsizetype longestAskedName = 48;

} // namespace

ProductionGuard::ProductionGuard(Settings &settings, const Theme &theme, QWidget *window)
    : QObject(window), m_settings(settings), m_theme(theme), m_window(window)
{ }

void ProductionGuard::pass(const Environment &environment, const std::function<void()> &go)
{
    const bool known = m_agreed.contains(environment.id)
        || m_settings.preferences().productionUnasked.contains(environment.id);
    if (!isProduction(environment) || known) {
        go();
        return;
    }
    Q_EMIT asking();
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
    } else {
        ask(environment, go);
    }
}

void ProductionGuard::ask(const Environment &environment, const std::function<void()> &go)
{
    auto *question = new QMessageBox(m_window);
    m_question = question;
    question->setAttribute(Qt::WA_DeleteOnClose);
    const int iconSize = Theme::length(u"bigIcon"_s);
    question->setIconPixmap(m_theme.icon(u"warning"_s, u"warn"_s).pixmap(iconSize));
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Production"));
    question->setText(tr("“%1” is PRODUCTION: every call made with its token moves real money.")
                          .arg(isolated(shortened(environment.name, longestAskedName))));
    auto *noMore = new QCheckBox(tr("Don't ask again for this environment"));
    question->setCheckBox(noMore);
    QPushButton *yes = question->addButton(tr("Use production"), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    setStyleProperty(yes, "primary", true);
    setStyleProperty(yes, "production", true);
    // A stray Return must not say yes.
    yes->setAutoDefault(false);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(question, &QMessageBox::finished, this,
            [this, question, yes, noMore, id = environment.id, go] {
                m_question.clear();
                if (question->clickedButton() != yes) {
                    Q_EMIT declined();
                    return;
                }
                m_agreed.insert(id);
                if (noMore->isChecked()) {
                    Preferences chosen = m_settings.preferences();
                    chosen.productionUnasked.insert(id);
                    m_settings.change(chosen);
                }
                go();
            });
    question->open();
}

} // namespace tokeni

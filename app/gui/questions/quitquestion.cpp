// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/questions/quitquestion.h"

#include "core/text/visibletext.h"
#include "gui/theme/styleproperty.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSessionManager>

namespace tokeni {

namespace {

// More would make the question taller than a screen.
constexpr qsizetype maxNamed = 5;
constexpr qsizetype maxAskedName = 48;

QString namesOf(const QList<Environment> &environments)
{
    QStringList names;
    for (const Environment &environment :
         environments.first(std::min(environments.size(), maxNamed)))
        names.append(isolated(shortened(environment.name, maxAskedName)));
    const int more = int(environments.size() - names.size());
    if (more > 0)
        names.append(QuitQuestion::tr("%n more", nullptr, more));
    return names.join(QLatin1StringView(", "));
}

} // namespace

QuitQuestion::QuitQuestion(const Drafts &drafts, const KeyRing &keyRing, DraftSaving &saving,
                           const ProductionGuard &guard, QWidget *window)
    : QObject(window), m_drafts(drafts), m_keyRing(keyRing), m_saving(saving), m_window(window)
{
    const auto giveUp = [this] { end(m_stay); };
    connect(&saving, &DraftSaving::refused, this, giveUp);
    connect(&guard, &ProductionGuard::declined, this, giveUp);
    connect(&keyRing, &KeyRing::changed, this, [this] {
        if (m_awaitsKeys)
            awaitKeys();
    });
    // The system delays the end of the session until this slot returns.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &QuitQuestion::answerSession,
            Qt::DirectConnection);
}

void QuitQuestion::ask(const Answer &leave, const Answer &stay)
{
    const QList<Environment> edited = m_drafts.edited();
    if (edited.isEmpty()) {
        leave();
        return;
    }
    Q_EMIT asking();
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        stay();
        return;
    }
    auto *question = new QMessageBox(m_window);
    m_question = question;
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Unsaved changes"));
    question->setText(tr("Save the changes to %1?").arg(namesOf(edited)));
    question->setInformativeText(
        tr("The token URL, CA file and keys that you typed are lost if Tokeni quits without saving "
           "them."));
    QPushButton *save = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    setStyleProperty(save, "primary", true);
    question->setDefaultButton(save);
    question->setEscapeButton(cancel);
    connect(question, &QMessageBox::finished, this, [this, question, save, discard, leave, stay] {
        m_question.clear();
        if (question->clickedButton() == save) {
            m_leave = leave;
            m_stay = stay;
            saveNext();
        } else if (question->clickedButton() == discard) {
            leave();
        } else {
            stay();
        }
    });
    question->open();
}

void QuitQuestion::saveNext()
{
    const QList<Environment> edited = m_drafts.edited();
    if (edited.isEmpty()) {
        m_awaitsKeys = true;
        awaitKeys();
        return;
    }
    const QString id = edited.first().id;
    m_saving.take(id, DraftSaving::Purpose::Save, this, [this, id](const auto &, const auto &) {
        m_saved.append(id);
        saveNext();
    });
}

// Keys that the keychain does not accept would be lost at the end of this run.
void QuitQuestion::awaitKeys()
{
    for (const QString &id : std::as_const(m_saved)) {
        const KeysState keys = m_keyRing.state(id);
        if (keys.storing)
            return;
        if (keys.kind == KeysState::Kind::StoredSecret
            && keys.place.kind == SecretLocation::Kind::Memory) {
            Q_EMIT message(
                tr("The keychain did not store the keys (%1). Quit again to quit without saving "
                   "them.")
                    .arg(keys.place.reason));
            end(m_stay);
            return;
        }
    }
    end(m_leave);
}

void QuitQuestion::end(const Answer &answer)
{
    const Answer called = answer;
    m_leave = {};
    m_stay = {};
    m_saved.clear();
    m_awaitsKeys = false;
    if (called)
        called();
}

void QuitQuestion::answerSession(QSessionManager &manager)
{
    if (m_drafts.edited().isEmpty() || !manager.allowsInteraction())
        return;
    bool leaves = false;
    QEventLoop loop;
    ask(
        [&] {
            leaves = true;
            loop.quit();
        },
        [&] { loop.quit(); });
    loop.exec();
    manager.release();
    if (!leaves)
        manager.cancel();
}

} // namespace tokeni

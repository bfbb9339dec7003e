// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/questions/draftsaving.h"

#include <QPointer>

class QMessageBox;
class QSessionManager;

namespace tokeni {

/*! Asks what becomes of unsaved changes before Tokeni ends: Save, Discard or Cancel. */
class QuitQuestion : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void()>;

    /*! All arguments must outlive this object; \a window carries the question. */
    QuitQuestion(const Drafts &drafts, const KeyRing &keyRing, DraftSaving &saving,
                 const ProductionGuard &guard, QWidget *window);

    /*! Calls \a leave: at once without unsaved changes, else when they are saved and their keys
     *  stored, or when the user discards them. Calls \a stay when the user cancels, or when
     *  something could not be saved, which is shown where it can be put right. */
    void ask(const Answer &leave, const Answer &stay);

Q_SIGNALS:
    /*! Emitted before the question opens, so that the window can be raised. */
    void asking();
    /*! A line for the status bar. */
    void message(const QString &text);

private:
    void answerSession(QSessionManager &manager);
    void saveNext();
    void awaitKeys();
    void end(const Answer &answer);

    const Drafts &m_drafts;
    const KeyRing &m_keyRing;
    DraftSaving &m_saving;
    QWidget *m_window;
    QPointer<QMessageBox> m_question; // While it is open.
    bool m_awaitsKeys = false; // All is saved but what is on its way into the keychain.
    Answer m_leave; // Empty unless changes are being saved.
    Answer m_stay;
    QStringList m_saved; // Ids of environments whose changes were saved for this end.
};

} // namespace tokeni

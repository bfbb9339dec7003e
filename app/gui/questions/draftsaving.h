// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/drafts.h"
#include "core/keys/keyring.h"
#include "gui/questions/productionguard.h"

namespace tokeni {

/*! What of an environment was changed by saving its draft. */
struct SavedChange
{
    Environment before;
    Environment after;
    bool keys = false; //!< Keys were saved too.
    bool trimmed = false; //!< White space around them was taken off.
    SecretLocation place = {}; //!< Where the keys are, once the keychain has answered.

    [[nodiscard]] bool isOfEnvironment() const { return before != after; }
};

/*! Saves the unsaved changes of an environment, all of them or none, and hands it over to be used.
 *  Asks the guard about exactly what is stored and sent, and again when that has changed while the
 *  question was open. */
class DraftSaving : public QObject
{
    Q_OBJECT
public:
    enum class Purpose
    {
        Save,
        Send //!< The keys are saved by the request that uses them.
    };
    using Done = std::function<void(const Environment &, std::optional<Credentials>)>;

    /*! All arguments must outlive this object. */
    DraftSaving(Environments &environments, KeyRing &keyRing, Drafts &drafts,
                ProductionGuard &guard, QObject *parent = nullptr);

    /*! Saves the draft of the environment and calls \a done with what is stored now and the keys
     *  that were typed. Without a draft it is called with what is stored. It is not called after
     *  refused(), when the user did not agree (see ProductionGuard::declined()), nor when
     *  \a context is gone. */
    void take(const QString &environmentId, Purpose purpose, QObject *context, const Done &done);
    /*! Hands the environment over as it is stored, to be used while it need not be on screen. Not
     *  with unsaved changes, which is said by message(). */
    void useStored(const QString &environmentId, QObject *context,
                   const std::function<void(const Environment &)> &use);
    /*! True when \a wanted may be stored in place of what is stored under its id. Else the user is
     *  asked, and \a agreed called when he agrees, to ask here again. */
    [[nodiscard]] bool mayStore(const Environment &wanted, QObject *context,
                                const std::function<void()> &agreed);
    /*! Puts the former URL and CA file back, unless they were changed again since. */
    void undo(const SavedChange &change);

Q_SIGNALS:
    /*! The draft can't be saved; it stays as it is. */
    void refused(const QString &environmentId, const tokeni::DraftProblem &problem);
    /*! The change is in use; keys may still be on their way into the keychain. */
    void saved(const tokeni::SavedChange &change);
    /*! Follows saved(), when the keychain has answered about the keys, if there were any. */
    void ended(const tokeni::SavedChange &change);
    /*! A line for the status bar, also for a window that can't be seen. */
    void message(const QString &text);

private:
    [[nodiscard]] Intent intentOf(const Environment &environment, Purpose purpose) const;

    Environments &m_environments;
    KeyRing &m_keyRing;
    Drafts &m_drafts;
    ProductionGuard &m_guard;
};

} // namespace tokeni

// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/drafts.h"
#include "core/keys/keyring.h"
#include "gui/questions/productionguard.h"

namespace tokeni {

/*! What saving a draft has changed in an environment. */
struct SavedChange
{
    Environment before;
    Environment after;
    bool keys = false; //!< Keys were saved too.
    bool trimmed = false; //!< White space around the keys was removed.
    SecretLocation place = {}; //!< Where the keys are, once the keychain has answered.

    [[nodiscard]] bool isOfEnvironment() const { return before != after; }
};

/*! Saves the unsaved changes of an environment, either all or none, and passes the saved
 *  environment on to be used. Asks the production guard about exactly what is stored and sent, and
 *  asks again if that has changed while the question was open. */
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

    /*! Saves the draft of the environment and calls \a done with what is stored then and the keys
     *  that were typed. If there is no draft, \a done is called with what is stored. \a done is not
     *  called after refused(), if the user did not agree (see ProductionGuard::declined()), or if
     *  \a context has been destroyed. */
    void take(const QString &environmentId, Purpose purpose, QObject *context, const Done &done);
    /*! Calls \a use with the stored environment, which need not be the one on screen. If it has
     *  unsaved changes, \a use is not called, and message() explains that. */
    void useStored(const QString &environmentId, QObject *context,
                   const std::function<void(const Environment &)> &use);
    /*! Returns true if \a wanted may replace the environment that is stored under its id. Otherwise
     *  the user is asked, and \a agreed is called if the user agrees; it should call this function
     *  again. */
    [[nodiscard]] bool mayStore(const Environment &wanted, QObject *context,
                                const std::function<void()> &agreed);
    /*! Restores the previous URL and CA file, unless they have been changed again since. */
    void undo(const SavedChange &change);

Q_SIGNALS:
    /*! The draft can't be saved; it is kept. */
    void refused(const QString &environmentId, const tokeni::DraftProblem &problem);
    /*! The change is in effect; keys may still be on their way into the keychain. */
    void saved(const tokeni::SavedChange &change);
    /*! Follows saved(): immediately or, if there were keys, when the keychain has answered. */
    void ended(const tokeni::SavedChange &change);
    /*! A message for the status bar, also while the window is not visible. */
    void message(const QString &text);

private:
    [[nodiscard]] Intent intentOf(const Environment &environment, Purpose purpose) const;

    Environments &m_environments;
    KeyRing &m_keyRing;
    Drafts &m_drafts;
    ProductionGuard &m_guard;
};

} // namespace tokeni

// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/token/tokens.h"
#include "formats/pastedkeys.h"
#include "gui/request/secretfield.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tokeni {

/*! The consumer key and secret of an environment: masked, shown on request, with a note about where
 *  they are stored. What the user types is put into the drafts. Also has the buttons that save and
 *  revert an environment's whole draft. */
class KeysForm : public QWidget
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    KeysForm(KeyRing &keyRing, Tokens &tokens, Drafts &drafts, const KeychainStatus &keychain,
             const Theme &theme, QWidget *parent = nullptr);

    /*! Shows that environment, with its unsaved changes. */
    void setEnvironment(const Environment &environment);
    /*! Updates the widgets from the state of the keys, the token and the draft. */
    void refresh();
    void focusKey();
    void focusSecret();
    /*! Shows what is wrong with what was typed, in place of the note about where the keys are
     *  stored; an empty \a text removes it. */
    void showProblem(const QString &text);
    /*! Puts the keys in \a text into both fields, if it has any (see readPastedKeys()). If not,
     *  nothing is changed, and a message says so. */
    void paste(const Secret &text);
    /*! The width of the captions in pixels: rows below are aligned to it. */
    [[nodiscard]] int captionWidth() const;

Q_SIGNALS:
    /*! Return was pressed in a field. */
    void submitted();
    void saveRequested();
    void revertRequested();
    /*! The user copies \a text from a field that is shown; \a what names the field, for use in a
     *  sentence. */
    void copyRequested(const tokeni::Secret &text, const QString &what);
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! Both fields were filled in at once; \a undo gives them back what they had. */
    void filledIn(const std::function<void()> &undo);

private:
    void layOut();
    void paintIcons();
    void showStored(SecretField &field, QToolButton &toggle, bool shown);
    void hideKeys();
    void showDraft();
    [[nodiscard]] QString placeWords(const KeysState &keys) const;
    [[nodiscard]] QString keptWords(const KeysState &keys, const QString &keychain) const;
    [[nodiscard]] bool waitsForKeychain(const KeysState &keys) const;
    void offerKeychain(const KeysState &keys);
    void askKeychain();
    [[nodiscard]] bool takePasted(const Secret &text, PasteTarget target);
    void fillIn(PastedKeys keys);
    void setTyped(const QString &environmentId, const Credentials &typed);

    KeyRing &m_keyRing;
    Tokens &m_tokens;
    Drafts &m_drafts;
    const KeychainStatus &m_keychain;
    const Theme &m_theme;
    Environment m_environment;
    QString m_problem;
    // Context of a read for showing; deleted when the environment changes.
    std::unique_ptr<QObject> m_reading;

    SecretField *m_key;
    SecretField *m_secret;
    QToolButton *m_showKey;
    QToolButton *m_showSecret;
    QLabel *m_place;
    // Its text says what can be done about the keychain; hidden if there is nothing to do.
    QPushButton *m_askKeychain;
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace tokeni

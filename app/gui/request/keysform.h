// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/token/tokens.h"
#include "gui/request/secretfield.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tokeni {

/*! The consumer key and secret of an environment: masked, shown on request, and where they are
 * kept. What is typed goes into the drafts, with the buttons that save and revert all of an
 * environment's draft. */
class KeysForm : public QWidget
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    KeysForm(KeyRing &keyRing, Tokens &tokens, Drafts &drafts, const KeychainStatus &keychain,
             const Theme &theme, QWidget *parent = nullptr);

    /*! Shows that environment; what was typed for it comes back. */
    void setEnvironment(const Environment &environment);
    /*! Paints the state of the session and of the draft. */
    void refresh();
    void focusKey();
    void focusSecret();
    /*! Says what is wrong with what was typed, in place of where the keys are kept; nothing with an
     *  empty text. */
    void showProblem(const QString &text);
    /*! How much room the captions take, in pixels: what stands below lines up with them. */
    [[nodiscard]] int captionWidth() const;

Q_SIGNALS:
    /*! Return was pressed in a field. */
    void submitted();
    void saveRequested();
    void revertRequested();
    /*! The user copies \a text out of a shown field; \a what names the field in a sentence. */
    void copyRequested(const tokeni::Secret &text, const QString &what);

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

    KeyRing &m_keyRing;
    Tokens &m_tokens;
    Drafts &m_drafts;
    const KeychainStatus &m_keychain;
    const Theme &m_theme;
    Environment m_environment;
    QString m_problem;
    std::unique_ptr<QObject> m_reading; // Context of a read for showing; gone with the environment.

    SecretField *m_key;
    SecretField *m_secret;
    QToolButton *m_showKey;
    QToolButton *m_showSecret;
    QLabel *m_place;
    QPushButton *m_askKeychain; // What can be done about the keychain; hidden when nothing.
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace tokeni

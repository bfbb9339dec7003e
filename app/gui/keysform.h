// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tokensession.h"
#include "gui/secretfield.h"
#include "gui/theme.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tokeni {

/*! The consumer key and secret of an environment: masked, shown on request, stored on request, and
 *  where they are kept. What is typed and not stored stays with its environment. */
class KeysForm : public QWidget
{
    Q_OBJECT
public:
    using TypedDone = std::function<void(std::optional<Credentials>)>;

    /*! \a session must outlive this widget. */
    explicit KeysForm(TokenSession &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /*! What the keychain calls itself; empty when it is not known. */
    void setKeychainName(const QString &name);
    void setKeychainLocked(bool locked);
    /*! Shows that environment; what was typed for it comes back. */
    void setEnvironment(const Environment &environment);
    /*! Paints the state of the session. */
    void refresh();
    /*! Forgets what was typed for an environment that is gone. */
    void dropDraft(const QString &environmentId);
    void focusKey();
    /*! Says what is wrong with what was typed, in place of where the keys are kept; nothing with an
     *  empty text. */
    void sayProblem(const QString &words);
    /*! How much room the captions take, in pixels: what stands below lines up with them. */
    [[nodiscard]] int captionWidth() const;

    /*! True while a key or secret is typed and not stored. */
    [[nodiscard]] bool isTyped() const;
    /*! Empties the fields and hands what was typed to \a done, made whole with the stored half;
     *  nothing when nothing was typed. Half a pair with no other half is said beside the fields and
     *  \a done is not called; nor is it when \a context is gone. */
    void takeTyped(QObject *context, const TypedDone &done);

Q_SIGNALS:
    /*! isTyped() or what is typed is not as it was, by the user's hand. */
    void edited();
    /*! Return was pressed in a field. */
    void submitted();
    void saveRequested();
    /*! The user copies \a text out of a shown field; \a what names the field in a sentence. */
    void copyRequested(const tokeni::Secret &text, const QString &what);

private:
    void layOut();
    void showStored(SecretField &field, QToolButton &toggle, bool shown);
    void hideKeys();
    void keepDraft();
    void giveTyped(Credentials keys, const TypedDone &done);
    [[nodiscard]] QString placeWords(const KeysState &keys) const;
    [[nodiscard]] QString keptWords(const KeysState &keys, const QString &keychain) const;
    [[nodiscard]] bool waitsForKeychain(const KeysState &keys) const;
    void offerKeychain(const KeysState &keys);
    void askKeychain();

    TokenSession &m_session;
    std::optional<Theme> m_theme;
    Environment m_environment;
    QString m_keychainName;
    bool m_keychainLocked = false;
    QString m_problem;
    std::map<QString, Credentials> m_drafts;
    std::unique_ptr<QObject> m_reading; // Context of a read for showing; gone with the environment.

    SecretField *m_key;
    SecretField *m_secret;
    QToolButton *m_showKey;
    QToolButton *m_showSecret;
    QLabel *m_place;
    QPushButton *m_keychain; // What can be done about the keychain; hidden when nothing.
    QPushButton *m_save;
};

} // namespace tokeni

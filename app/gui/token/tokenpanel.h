// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"
#include "core/token/copyformat.h"
#include "core/token/renewal.h"
#include "core/token/tokens.h"
#include "gui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace tokeni {

class CountdownRing;
class DiagnosisView;
class ElidedLabel;
class HeaderField;
class RenewalRow;

/*! The middle zone: the token's time and header with the copy buttons or, after a failure, the
 *  diagnosis. */
class TokenPanel : public QFrame
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    TokenPanel(const KeyRing &keyRing, const Tokens &tokens, const Clock &clock, const Theme &theme,
               QWidget *parent = nullptr);

    /*! Shows that environment, with the token masked. */
    void setEnvironment(const Environment &environment);
    /*! Whether what is copied now would be a production token. */
    void setProduction(bool production);
    /*! Shows the state of automatic renewal. */
    void setRenewal(const RenewalState &state);
    /*! Updates the widgets from the state of the token and the keys. */
    void refresh();
    /*! Updates the time left; also everything else if the token has ended or a new one has come. */
    void refreshTime();
    /*! Updates the line below the header, for example when another environment with the same keys
     *  has got a newer token. */
    void refreshHint();
    [[nodiscard]] bool isTokenShown() const;

Q_SIGNALS:
    void copyRequested(tokeni::CopyFormat format);
    /*! The user switched automatic renewal on or off. */
    void renewalChosen(bool automatic);
    /*! The user chose an action of the diagnosis that goes beyond this panel. */
    void actionRequested(const tokeni::DiagnosisAction &action);
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! The user wants to see the token, or to hide it again. */
    void tokenShownChanged(bool shown);

private:
    [[nodiscard]] QWidget *makeTokenPage();
    void followTheme();
    void showTimeLeft(const Token &token);
    void paintHeader();
    [[nodiscard]] QString reasonForMemory() const;
    void showFailure();
    void act(const DiagnosisAction &action);
    void copyReport();

    const KeyRing &m_keyRing;
    const Tokens &m_tokens;
    const Clock &m_clock;
    const Theme &m_theme;
    Environment m_environment;
    RenewalState m_renewal;
    bool m_aliveBefore = false;
    bool m_tokenPreferred = false; // The user returned to the token after the last failure.

    QStackedWidget *m_pages = nullptr;
    CountdownRing *m_ring = nullptr;
    ElidedLabel *m_caption = nullptr;
    HeaderField *m_header = nullptr;
    QToolButton *m_showToken = nullptr;
    RenewalRow *m_renewalRow = nullptr;
    QPushButton *m_copyHeader = nullptr;
    QPushButton *m_copyToken = nullptr;
    QPushButton *m_copyAs = nullptr;
    DiagnosisView *m_diagnosis = nullptr;
};

} // namespace tokeni

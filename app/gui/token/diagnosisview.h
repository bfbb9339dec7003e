// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"
#include "core/time/clock.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tokeni {

class AccessibleLabel;

/*! For how long a server asks us not to send requests. */
struct RetryWait
{
    ClockReading since; //!< The start of the wait.
    std::chrono::milliseconds length;
};

/*! An explanation of a failure: what happened, the server's own code and words, what to do next,
 *  and buttons that do it. If the text is too long for its place, it scrolls, so the view keeps its
 *  height. */
class DiagnosisView : public QWidget
{
    Q_OBJECT
public:
    /*! \a clock must outlive this widget. */
    explicit DiagnosisView(const Clock &clock, QWidget *parent = nullptr);
    /*! Shows \a diagnosis. Until \a wait is over, the button "Try again" shows a countdown and
     *  can't be used. */
    void show(const Diagnosis &diagnosis, const std::optional<RetryWait> &wait);

Q_SIGNALS:
    void actionRequested(const tokeni::DiagnosisAction &action);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QScrollArea *makeWords();
    void showAdvice(const QList<Advice> &advice);
    void showActions();
    void followWait();

    const Clock &m_clock;
    std::optional<Diagnosis> m_diagnosis;
    std::optional<RetryWait> m_wait;
    QTimer m_tick; // Runs while a countdown is shown.

    AccessibleLabel *m_title;
    QLabel *m_serverSaid;
    QWidget *m_advice = nullptr;
    QVBoxLayout *m_words = nullptr;
    QVBoxLayout *m_column = nullptr;
    // As many as a diagnosis has actions at most; always the same buttons, so that the order of the
    // Tab key is the order on screen.
    std::array<QPushButton *, 4> m_buttons{};
    QPushButton *m_retry = nullptr; // One of the buttons, or null.
};

} // namespace tokeni

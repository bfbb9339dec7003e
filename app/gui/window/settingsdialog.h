// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace tokeni {

class SecretField;

/*! Edits the settings. Colours, margin, clipboard, notifications, tray and proxy take effect
 *  immediately when saved; the language takes effect at the next start, which the dialog says. */
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /*! \a settings must outlive the dialog. \a hasTray: whether this system shows a tray. */
    SettingsDialog(SettingsModel &settings, bool hasTray, QWidget *parent = nullptr);

    /*! Adds \a section below the others; the dialog owns it. */
    void addSection(QWidget *section);

    void accept() override;
    void focusProxy();

private:
    void addLook(QFormLayout *form);
    void addTokens(QFormLayout *form);
    void addWindow(QFormLayout *form, bool hasTray);
    void addProxy(QFormLayout *form);
    void followProxyKind();
    void followProxyUser();
    void savePassword(const ProxyChoice &before, const ProxyChoice &now);
    [[nodiscard]] Settings chosen() const;

    SettingsModel &m_settings;
    QComboBox *m_colours;
    QComboBox *m_language;
    QSpinBox *m_margin;
    QComboBox *m_clipboardLife;
    QCheckBox *m_notifications;
    QCheckBox *m_tray;
    QCheckBox *m_closeToTray;
    QComboBox *m_proxyKind;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    QLineEdit *m_proxyUser;
    SecretField *m_proxyPassword;
    QLabel *m_problem;
};

} // namespace tokeni

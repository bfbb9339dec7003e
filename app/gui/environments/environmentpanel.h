// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/environments/environmentdelegate.h"
#include "gui/environments/environmentlistmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace tokeni {

class MenuButton;

/*! The left zone: find, list and create environments. */
class EnvironmentPanel : public QWidget
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    EnvironmentPanel(const Environments &environments, const Tokens &tokens, const Theme &theme,
                     QWidget *parent = nullptr);

    /*! Selects the environment in the list; clears the filter if that hides it. */
    void select(const QString &id);
    [[nodiscard]] QString selectedId() const { return m_selectedId; }
    void refreshTimes() { m_model.refreshTimes(); }
    /*! The menu that a right click on an environment opens; not owned. */
    void setContextMenu(QMenu *menu) { m_contextMenu = menu; }
    /*! The window's menu, behind a button beside the filter; not owned. */
    void setMenu(QMenu *menu);
    /*! Inserts \a widget between the list and the footer and takes ownership. */
    void setGuide(QWidget *widget);
    /*! Shows the button that imports from a file; it is hidden by default. */
    void offerImport();
    void focusFilter();
    void focusList();

Q_SIGNALS:
    void selected(const QString &id);
    void newRequested();
    void importRequested();
    void editRequested(const QString &id);
    void removeRequested();
    void moveRequested(const QString &id, int position);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeCurrent(const QModelIndex &current);
    void keepSelection();
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    const Environments &m_environments;
    EnvironmentListModel m_model;
    QSortFilterProxyModel m_filtered;
    EnvironmentDelegate m_delegate;
    QLineEdit *m_filter;
    QListView *m_list;
    QPushButton *m_new;
    QPushButton *m_import;
    MenuButton *m_menuButton;
    QVBoxLayout *m_guidePlace;
    QMenu *m_contextMenu = nullptr;
    QString m_selectedId;
    bool m_filtering = false;
};

} // namespace tokeni

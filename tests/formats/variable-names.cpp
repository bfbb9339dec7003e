// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/variablerole.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Role = VariableRole::Role;

/*! What the name of a variable says about its value. */
class VariableNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveARole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("qualifier");
        const auto row = [](const char *name, Role role, const QString &qualifier = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << role << qualifier;
        };
        for (const char *name :
             {"consumer_key", "consumerKey", "ConsumerKey", "CONSUMER_KEY", "consumerkey",
              "CONSUMERKEY", "consumer-key", "consumer.key", "MPESA_CONSUMER_KEY",
              "mpesaConsumerKey", "M_PESA_CONSUMER_KEY", "mPesaConsumerKey", "DARAJA_CONSUMER_KEY",
              "SAFARICOM_CONSUMER_KEY", "VITE_MPESA_CONSUMER_KEY", "NEXT_PUBLIC_CONSUMER_KEY",
              "REACT_APP_MPESA_CONSUMER_KEY", "daraja.consumerKey", "MPESA_API_CONSUMER_KEY"})
            row(name, Role::ConsumerKey);
        for (const char *name : {"consumer_secret", "consumerSecret", "MPESA_CONSUMER_SECRET",
                                 "DARAJA_CONSUMER_SECRET", "safaricomConsumerSecret"})
            row(name, Role::ConsumerSecret);
        for (const char *name :
             {"MPESA_SECRET_KEY", "MPESA_CONSUMER_SECRETE", "MPESA_CONSUMER_SECRECT",
              "MPESA_CONSUMER_SECRET_KEY", "MPESA_APP_SECRET", "DARAJA_SECRET", "MPESA_API_SECRET",
              "MPESA_CLIENT_SECRET", "LNM_SECRET", "STK_CONSUMER_SECRET"})
            row(name, Role::ConsumerSecret);
        for (const char *name :
             {"MPESA_CONSUMER_KEYS", "MPESA_APP_KEY", "DARAJA_KEY", "mpesakey", "MPESA_API_KEY",
              "MPESA_CLIENT_ID", "MPESA_CLIENT_KEY", "MPESA4J_CONSUMER_KEY", "SAF_CONSUMER_KEY",
              "LIPA_NA_MPESA_CONSUMER_KEY", "NUXT_MPESA_CONSUMER_KEY", "Daraja:ConsumerKey"})
            row(name, Role::ConsumerKey);
        row("SANDBOX_CONSUMER_KEY", Role::ConsumerKey, u"sandbox"_s);
        row("MPESA_B2C_CONSUMER_KEY", Role::ConsumerKey, u"b2c"_s);
        row("b2cConsumerKey", Role::ConsumerKey, u"b2c"_s);
        row("C2B_CONSUMER_KEY_LIVE", Role::ConsumerKey, u"c2b live"_s);
        row("MPESA_KE_CONSUMER_KEY", Role::ConsumerKey, u"ke"_s);
        row("MPESA_SANDBOX_CONSUMER_SECRET", Role::ConsumerSecret, u"sandbox"_s);
        row("CONSUMER_KEY_LIVE", Role::ConsumerKey, u"live"_s);
        row("liveConsumerKey", Role::ConsumerKey, u"live"_s);
        row("SHOP_PRODUCTION_CONSUMER_KEY", Role::ConsumerKey, u"shop production"_s);
        for (const char *name : {"base_url", "baseUrl", "BASE_URL", "MPESA_BASE_URL", "baseurl",
                                 "MPESA_API_BASE", "DARAJA_BASE", "mpesabaseurl"})
            row(name, Role::BaseUrl);
        for (const char *name : {"MPESA_API_URL", "DARAJA_URL", "host", "url", "MPESA_DOMAIN",
                                 "SAFARICOM_ENDPOINT", "MPESA_SERVER"})
            row(name, Role::LooseUrl);
        for (const char *name : {"token_url", "tokenUrl", "MPESA_ACCESS_TOKEN_URL",
                                 "credentialsUrl", "SAF_ACCESS_TOKEN_API", "DARAJA_TOKEN_ENDPOINT"})
            row(name, Role::TokenUrl);
        for (const char *name : {"auth_url", "MPESA_AUTH_URL", "oauthUrl", "MPESA_OAUTH_URL"})
            row(name, Role::AuthUrl);
        row("MPESA_SANDBOX_BASE_URL", Role::BaseUrl, u"sandbox"_s);
        row("BASE_URL_PRODUCTION", Role::BaseUrl, u"production"_s);
        row("MPESA_B2C_BASE_URL", Role::BaseUrl, u"b2c"_s);
        for (const char *name :
             {"MPESA_STK_PUSH_URL", "MPESA_B2C_URL", "C2B_REGISTER_URL", "STK_QUERY_ENDPOINT"})
            row(name, Role::CallUrl);
        for (const char *name :
             {"MPESA_ENV", "MPESA_ENVIRONMENT", "environment", "env", "darajaEnvironment",
              "REACT_APP_MPESA_ENV", "MPESA_MODE", "DARAJA_MODE", "MPESA_STAGE", "MPESA_ENVIROMENT",
              "MPESA_ENVIORNMENT", "ENVIRONEMENT", "MPESA_SUBDOMAIN", "MPESA_API_ENV"})
            row(name, Role::Environment);
        row("MPESA_KE_ENVIRONMENT", Role::Environment, u"ke"_s);
        row("SHOP_MPESA_ENV", Role::Environment, u"shop"_s);
        row("MPESA_B2C_ENV", Role::Environment, u"b2c"_s);
        row("MPESA_TILL_ENV", Role::Environment, u"till"_s);
        row("SHOP2_MPESA_LIVE", Role::ProductionFlag, u"shop2 live"_s);
        for (const char *name :
             {"MPESA_SANDBOX", "MPESA_SANDBOX_MODE", "MPESA_IS_SANDBOX", "MPESA_USE_SANDBOX",
              "MPESA_SANDBOX_ENABLED", "MPESA4J_SANDBOX_ENABLED", "SANDBOX", "daraja.useSandbox",
              "MPESA_ISSANDBOX"})
            row(name, Role::SandboxFlag, u"sandbox"_s);
        row("MPESA_TEST_MODE", Role::SandboxFlag, u"test"_s);
        for (const char *name : {"MPESA_LIVE", "MPESA_IS_LIVE", "mpesa.isLive", "MPESA_LIVE_MODE",
                                 "MPESA_GO_LIVE", "IS_LIVE", "USE_MPESA_LIVE"})
            row(name, Role::ProductionFlag, u"live"_s);
        for (const char *name :
             {"MPESA_PRODUCTION", "MPESA_USE_PRODUCTION", "MPESA_IS_PRODUCTION", "isProduction"})
            row(name, Role::ProductionFlag, u"production"_s);
        for (const char *name :
             {"TWITTER_CONSUMER_KEY", "PESAPAL_CONSUMER_KEY", "WC_CONSUMER_SECRET",
              "KCB_MPESA_CONSUMER_KEY", "MPESA_TZ_CONSUMER_KEY", "MPESA_TZ_ENVIRONMENT",
              "MPESA_TANZANIA_BASE_URL", "SAFARICOM_HIE_CLIENT_ID"})
            row(name, Role::Foreign);
        row("MPESA_PUBLIC_KEY", Role::PublicKey);
        for (const char *name : {"",
                                 "_",
                                 "key",
                                 "secret",
                                 "access_token",
                                 "MPESA_PASSKEY",
                                 "MPESA_PASS_KEY",
                                 "MPESA_SHORTCODE",
                                 "MPESA_SECURITY_CREDENTIAL",
                                 "MPESA_INITIATOR_PASSWORD",
                                 "MPESA_PRIVATE_KEY",
                                 "MPESA_WEBHOOK_SECRET",
                                 "MPESA_ACCESS_KEY",
                                 "MPESA_CALLBACK_URL",
                                 "MPESA_RESULT_URL",
                                 "NODE_ENV",
                                 "APP_ENV",
                                 "MODE",
                                 "STAGE",
                                 "TEST",
                                 "MPESA_DEBUG",
                                 "MPESA_LIVE_SHORTCODE",
                                 "MPESA_SANDBOX_NUMBER",
                                 "FRONTEND_URL",
                                 "CONSUMER_KEY_FILE",
                                 "CONSUMER_KEY_ID",
                                 "DATABASE_URL",
                                 "APP_KEY",
                                 "APP_SECRET",
                                 "SECRET_KEY",
                                 "API_KEY",
                                 "CLIENT_ID",
                                 "PUBLIC_KEY"})
            row(name, Role::None);
    }
    void haveARole()
    {
        QFETCH(QString, name);
        QFETCH(Role, role);
        QFETCH(QString, qualifier);
        const VariableRole read = darajaName(name);
        QCOMPARE(read.role, role);
        QCOMPARE(read.qualifier.join(u' '), qualifier);
    }
};

QTEST_GUILESS_MAIN(VariableNames)
#include "variable-names.moc"

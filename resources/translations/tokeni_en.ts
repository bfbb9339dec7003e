<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 The Tokeni authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported from %n file(s).</source>
        <translation>
            <numerusform>Nothing was imported from %n file.</numerusform>
            <numerusform>Nothing was imported from %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same goes for %n more.</source>
        <translation>
            <numerusform>The same goes for %n more.</numerusform>
            <numerusform>The same goes for %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n file(s) has Daraja keys or a Daraja URL. Tokeni looks for variables like consumer_key, consumer_secret and base_url.</source>
        <translation>
            <numerusform>%n file was looked at, which has no Daraja keys and no Daraja URL. Tokeni looks for variables like consumer_key, consumer_secret and base_url.</numerusform>
            <numerusform>None of %n files has Daraja keys or a Daraja URL. Tokeni looks for variables like consumer_key, consumer_secret and base_url.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>%1: the token expires in %n minute(s)</source>
        <translation>
            <numerusform>%1: the token expires in %n minute</numerusform>
            <numerusform>%1: the token expires in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::FileImport</name>
    <message numerus="yes">
        <source>Imported %n environment(s), %1 with keys from %2</source>
        <translation>
            <numerusform>Imported %n environment, %1 with keys from %2</numerusform>
            <numerusform>Imported %n environments, %1 with keys from %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::HistoryView</name>
    <message numerus="yes">
        <source>Clear the history (%n request(s))?</source>
        <translation>
            <numerusform>Clear the history (one request)?</numerusform>
            <numerusform>Clear the history (%n requests)?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s) were left out</source>
        <translation>
            <numerusform>%n file was left out</numerusform>
            <numerusform>%n files were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::KeysForm</name>
    <message numerus="yes">
        <source>The keychain has not answered for %n second(s). It may be asking for its password or permission in another window.</source>
        <translation>
            <numerusform>The keychain has not answered for %n second. It may be asking for its password or permission in another window.</numerusform>
            <numerusform>The keychain has not answered for %n seconds. It may be asking for its password or permission in another window.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::QuitQuestion</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>

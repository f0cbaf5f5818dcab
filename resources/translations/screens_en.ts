<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>chevet::screens::HomeStep</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chevet::screens::QueuePage</name>
    <message numerus="yes">
        <source>%n new – Home key</source>
        <translation>
            <numerusform>%n new – Home key</numerusform>
            <numerusform>%n new – Home key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A shows all %n open call(s).</source>
        <translation>
            <numerusform>A shows the one open call.</numerusform>
            <numerusform>A shows all %n open calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chevet::screens::SearchPage</name>
    <message numerus="yes">
        <source>%n found, newest first</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chevet::screens::StudyPage</name>
    <message numerus="yes">
        <source>Counting: %n request(s) so far</source>
        <translation>
            <numerusform>Counting: %n request so far</numerusform>
            <numerusform>Counting: %n requests so far</numerusform>
        </translation>
    </message>
</context>
</TS>

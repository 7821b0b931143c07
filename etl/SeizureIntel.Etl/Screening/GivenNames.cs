using System;
using System.Collections.Frozen;

namespace SeizureIntel.Etl.Screening;

/// <summary>Frequent given names that are hardly anything else (no Jordan, no Victoria, no Paris); they confirm a guess, they do not make one.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> All = (
        "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven "
        + "Paul Andrew Joshua Kenneth Kevin Brian Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen "
        + "Larry Justin Scott Brandon Benjamin Samuel Gregory Patrick Frank Raymond Jack Dennis Peter Mary Patricia Jennifer Linda "
        + "Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Margaret Sandra Ashley Kimberly Emily Michelle Amanda Melissa "
        + "Deborah Stephanie Rebecca Laura Helen "
        + "José Jose Juan Luis Carlos Jorge Miguel Antonio Francisco Manuel Pedro Jesús Alejandro Ricardo Fernando Roberto Sergio "
        + "Eduardo Javier Rafael Raúl Andrés Diego Pablo Ángel Óscar Víctor Héctor Mario Alberto Enrique Arturo Guillermo Gustavo "
        + "Ramón Rubén Iván Julio César María Maria Guadalupe Juana Margarita Verónica Rosa Ana Carmen Lucía Sofía Isabel Teresa "
        + "Patricia Gabriela Alejandra Claudia "
        + "João Joao Antônio Paulo Marcos Lucas Marcelo Rodrigo Felipe Bruno Thiago Gabriel Leandro Vinícius Mateus Fábio Márcio "
        + "Adriano Francisca Adriana Juliana Márcia Fernanda Aline Camila "
        + "Jean Pierre Michel Philippe Alain Nicolas Christophe Laurent Stéphane Julien François Olivier Sébastien Frédéric Pascal "
        + "Guillaume Antoine Mathieu Thierry Nathalie Isabelle Sylvie Catherine Françoise Valérie Sandrine Céline Aurélie "
        + "Hans Peter Klaus Wolfgang Jürgen Dieter Manfred Uwe Günter Horst Bernd Andreas Stefan Thomas Matthias Markus Frank Jens "
        + "Sven Ralf Heinz Karl Max Lukas Tobias Florian Sebastian Ursula Monika Petra Sabine Renate Karin Brigitte Ingrid Erika Anna "
        + "Julia Katrin "
        + "Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Marcin Michał Marek Grzegorz Józef Łukasz Adam Zbigniew Jerzy Tadeusz "
        + "Mateusz Dariusz Mariusz Wojciech Ryszard Jakub Henryk Katarzyna Małgorzata Agnieszka Krystyna Barbara Ewa Elżbieta Zofia "
        + "Joanna "
        + "Ivan Dmitry Dmitri Sergey Sergei Alexander Alexei Andrei Andrey Vladimir Mikhail Nikolai Oleg Igor Yuri Viktor Olga Tatiana "
        + "Natalia Elena Svetlana Irina Ekaterina Иван Дмитрий Сергей Александр Алексей Андрей Владимир Михаил Николай Олег Игорь Юрий "
        + "Виктор Ольга Татьяна Наталья Елена Светлана Ирина Екатерина Анна Мария Павел Максим Евгений Роман Денис "
        + "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Ibrahim İsmail Osman Murat Yusuf Ömer Ramazan Emre Burak Serkan Fatma Ayşe "
        + "Emine Hatice Zeynep Elif Meryem Hakan Fatih Kemal Orhan "
        + "Mohammed Mohammad Muhammad Mohamed Mohamad Ahmed Ahmad Hassan Hussein Hussain Khaled Khalid Omar Abdul Abdullah Abdallah "
        + "Youssef Yousef Mahmoud Hamid Karim Rashid Saeed Tariq Fatima Aisha Khadija Maryam Zainab "
        + "محمد أحمد احمد علي حسن حسين خالد عمر يوسف إبراهيم ابراهيم محمود مصطفى سعيد عبدالله عبد سالم كريم طارق فاطمة عائشة مريم زينب "
        + "خديجة سعد فهد ناصر جمال رشيد حمزة ياسر ماجد وليد"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is a given name, alone or before a hyphen (Jean-Luc).</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (BySpan.Contains(word))
            return true;
        int hyphen = word.IndexOf('-');
        return hyphen > 2 && hyphen + 2 < word.Length && char.IsUpper(word[hyphen + 1]) && BySpan.Contains(word[..hyphen]);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Asking;

/// <summary>Makes a question of texts, alike for an address, a body and a command line.</summary>
public static class QuestionReader
{
    /// <summary>The question that texts ask.</summary>
    /// <param name="question">Type of the question; has a constructor without parameters.</param>
    /// <param name="textsOf">The texts of a member; blank ones are left out, as an empty form field sends them.</param>
    /// <param name="spoken">How a member is called where it was written, such as <c>--size</c>.</param>
    /// <exception cref="Fault">A text is no value of its member.</exception>
    public static object Read(Type question, Func<QuestionMember, IEnumerable<string?>> textsOf, Func<QuestionMember, string> spoken)
    {
        ArgumentNullException.ThrowIfNull(textsOf);
        object asked = Activator.CreateInstance(question)!;
        foreach (QuestionMember member in QuestionMember.Of(question))
        {
            string[] texts = [.. textsOf(member).OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))];
            if (texts.Length > 0)
                member.Property.SetValue(asked, member.IsList ? texts : Value(member, texts[0], spoken(member)));
        }

        return asked;
    }

    /// <summary>The question that an object of JSON asks; numbers, words and objects stand as in an answer's <c>query</c>.</summary>
    /// <param name="question">Type of the question.</param>
    /// <param name="body">The object.</param>
    /// <param name="inPath">Texts of members that stand in the address.</param>
    /// <exception cref="Fault">It is no object, holds a member that nobody knows, or a value that is none of its member.</exception>
    public static object Read(Type question, JsonElement body, Func<string, string?> inPath)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Fault.Usage("bad_body", "The body is no JSON object.", "Send an object with the members that the address takes.");
        Known(question, body.EnumerateObject().Select(p => p.Name));
        return Read(
            question,
            m =>
                m.Asked.IsInPath ? [inPath(m.Name)]
                : body.TryGetProperty(m.Name, out JsonElement value) ? Texts(value)
                : [],
            m => $"'{m.Name}'"
        );
    }

    /// <summary>Stops on a name that no member has: what is mistyped would be a condition dropped in silence.</summary>
    /// <exception cref="Fault">There is such a name; the nearest names are in the hint.</exception>
    public static void Known(Type question, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] known = [.. QuestionMember.Of(question).Where(m => !m.Asked.IsInPath).Select(m => m.Name)];
        foreach (string name in names)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                throw Fault.Usage("unknown_parameter", $"There is no parameter '{name}'.", NearestNames.Question(name, known));
        }
    }

    private static IEnumerable<string?> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            JsonValueKind.String => [value.GetString()],
            JsonValueKind.Null => [],
            _ => [value.GetRawText()],
        };

    private static object Value(QuestionMember member, string text, string spoken)
    {
        if (member.Type == typeof(string))
            return text;
        if (member.Type == typeof(bool))
            return text switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => throw Wrong("bad_choice", spoken, "true or false", text),
            };
        if (member.Type == typeof(int))
        {
            (int least, int most) = (member.Asked.Least, member.Asked.Most);
            return
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= least
                && number <= most
                ? number
                : throw Wrong(
                    "bad_number",
                    spoken,
                    string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
                    text
                );
        }

        int choice = member.Choices.ToList().IndexOf(text.ToLowerInvariant());
        return choice >= 0
            ? Enum.GetValues(member.Type).GetValue(choice)!
            : throw Wrong("bad_choice", spoken, "one of " + string.Join(", ", member.Choices), text);
    }

    private static Fault Wrong(string code, string spoken, string expected, string found) =>
        Fault.Usage(code, $"{spoken} takes {expected}; found '{found}'.", $"It is {expected}.");
}

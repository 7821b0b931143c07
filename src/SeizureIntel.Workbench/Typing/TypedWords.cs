using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Typing;

/// <summary>Stands before anything that somebody typed is kept: what would be masked in a narrative is not taken.</summary>
/// <param name="lists">The words that give personal data away; read when somebody types.</param>
/// <param name="codes">The code lists: a code or its name is no typed word.</param>
public sealed class TypedWords(Func<ScreeningLists> lists, CodeListSet codes)
{
    private readonly Lazy<NarrativeMask> _mask = new(() => new NarrativeMask(lists()));

    /// <summary>The text without blanks around it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="what">What it is, such as <c>name</c>.</param>
    /// <param name="most">The longest that is kept.</param>
    /// <exception cref="Fault">It is empty, too long, or holds personal data; what was found is said by its kind alone.</exception>
    public string Require(string? text, string what, int most)
    {
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0 || trimmed.Length > most || trimmed.Any(char.IsControl) && what == "name")
            throw Fault.Usage("bad_text", $"The {what} has 1 to {most} characters.", "Write it in a few words.");
        Screen(trimmed, what);
        return trimmed;
    }

    /// <summary>Screens what was typed into a query: its words, and values of fields that are no codes.</summary>
    /// <exception cref="Fault">Something in it is personal.</exception>
    public void Screen(SeizureQuery query)
    {
        for (SeizureQuery? part = query; part is not null; part = part.And)
        {
            if (part.Text is { } words)
                Screen(words, "text");
            foreach ((string field, IReadOnlyList<string> values) in part.Where.Concat(part.Not))
            {
                foreach (string value in values.Where(v => IsTyped(field, v)))
                    Screen(value, field);
            }
        }
    }

    private bool IsTyped(string name, string value)
    {
        if (SeizureFields.Find(name) is not { InTemplate: true } field || value == "*" || NonValue.Is(value))
            return false;
        return field.Kind is FieldKind.Text or FieldKind.Code or FieldKind.Codes
            && codes.Of(field)?.Find(value.TrimStart(CodeListSet.CodeAlone)) is null;
    }

    private void Screen(string text, string what)
    {
        MaskedText masked = _mask.Value.Mask(text);
        if (masked.Spans.Count == 0)
            return;
        string kinds = string.Join(
            ", ",
            masked.Spans.Select(s => JsonNamingPolicy.SnakeCaseLower.ConvertName(s.Kind.ToString()).Replace('_', ' ')).Distinct()
        );
        throw Fault.Usage(
            "nominal_text",
            $"What was typed as {what} looks like personal data ({kinds}); it is not kept.",
            "Leave names, numbers and addresses of persons out."
        );
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Accounts;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Queries;
using SeizureIntel.Submissions;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Choices as people read them; their texts are named after their kind, such as <c>choice.Role.Analyst</c>.</summary>
internal static class ChoiceTexts
{
    private static readonly Type[] Kinds = [typeof(Bucket), typeof(IssueCode), typeof(Role), typeof(ColumnState)];

    /// <summary>The names of the texts of all choices.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.SelectMany(k => Enum.GetValues(k).Cast<Enum>()).Select(NameOf)];

    /// <summary>The text of a choice.</summary>
    public static string Of(PageTexts texts, Enum choice)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[NameOf(choice)];
    }

    /// <summary>The text of an account's state.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="state">As the account list writes it.</param>
    public static string OfState(PageTexts texts, string state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[
            state switch
            {
                "open" => "accounts.open",
                "first_password" => "accounts.firstPassword",
                "locked" => "accounts.locked",
                _ => "accounts.closed",
            }
        ];
    }

    private static string NameOf(Enum choice) => $"choice.{choice.GetType().Name}.{choice}";
}

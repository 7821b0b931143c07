using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Accounts;
using SeizureIntel.Decisions;
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

    /// <summary>The text of a decision.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="kind">What it looked like.</param>
    /// <param name="choice">What was decided.</param>
    public static string Of(PageTexts texts, DoubtKind kind, Choice choice)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[
            (kind, choice) switch
            {
                (DoubtKind.Outlier, Choice.Keep) => "doubts.keep",
                (DoubtKind.Outlier, _) => "doubts.wrong",
                (_, Choice.Keep) => "doubts.different",
                _ => "doubts.same",
            }
        ];
    }

    /// <summary>The text of what is off with a value.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="flag">The flag that intake set.</param>
    public static string OfFlag(PageTexts texts, string flag)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[
            flag switch
            {
                "QTY_EXTREME" => "doubts.offAmount",
                "UNIT_SUSPECT" => "doubts.offUnit",
                "DATE_FUTURE" => "doubts.offDate",
                _ => "doubts.offValue",
            }
        ];
    }

    private static string NameOf(Enum choice) => $"choice.{choice.GetType().Name}.{choice}";
}

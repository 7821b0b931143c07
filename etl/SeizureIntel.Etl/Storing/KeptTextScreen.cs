using System;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Screens texts that the store keeps again, by the rules of today. Not safe for several threads at once.</summary>
/// <param name="lists">The words that give personal data away.</param>
public sealed class KeptTextScreen(ScreeningLists lists)
{
    private static readonly ColumnRole[] Roles = [ColumnRole.FreeText, ColumnRole.Place, ColumnRole.Coded, ColumnRole.Typed];

    private readonly NominalScreen _screen = new(lists, [.. Array.ConvertAll(Roles, static _ => "")], Roles, static (column, text) =>
        column == (int)KeptText.Reference && FieldReader.IsReference(text)
    );

    /// <summary>The text as it may be kept; the same where it may stay, empty where nothing may.</summary>
    public string Screen(KeptText kind, string text) =>
        kind == KeptText.FileName ? NameMask.OfFile(lists, text) : _screen.Kept((int)kind, text);
}

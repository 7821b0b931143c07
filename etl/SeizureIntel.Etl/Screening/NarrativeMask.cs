using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Masks what is personal in a free text and leaves the rest as written.</summary>
/// <param name="lists">The words that give personal data away.</param>
public sealed class NarrativeMask(ScreeningLists lists)
{
    private static readonly string[] Labels = [.. Enum.GetValues<NominalKind>().Select(Label).Distinct()];

    /// <summary>Replaces names, numbers and addresses that single somebody out by <c>[name]</c>, <c>[phone]</c> and their like.</summary>
    /// <param name="text">A text in any of the ten languages; may be empty.</param>
    /// <returns>The masked text and where the masked parts stood.</returns>
    public MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<MaskedSpan>? found = lists.Finder.Find(text, isFreeText: true);
        if (found is null)
            return new MaskedText(text, []);
        var masked = new StringBuilder(text.Length);
        int at = 0;
        foreach (MaskedSpan span in found)
        {
            masked.Append(text, at, span.Start - at).Append(Label(span.Kind));
            at = span.Start + span.Length;
        }

        masked.Append(text, at, text.Length - at);
        return new MaskedText(masked.ToString(), found);
    }

    /// <summary>The length of the label that begins at a place of a text, as stands where something was masked; 0 for none.</summary>
    internal static int LabelAt(string text, int start)
    {
        foreach (string label in Labels)
        {
            if (text.AsSpan(start).StartsWith(label, StringComparison.Ordinal))
                return label.Length;
        }

        return 0;
    }

    /// <summary>What stands where something of a kind was.</summary>
    internal static string Label(NominalKind kind) =>
        kind switch
        {
            NominalKind.PersonName => "[name]",
            NominalKind.Email => "[e-mail]",
            NominalKind.Handle => "[handle]",
            NominalKind.Phone => "[phone]",
            NominalKind.Address => "[address]",
            NominalKind.DateOfBirth => "[date of birth]",
            NominalKind.Passport => "[passport]",
            NominalKind.NationalId => "[id number]",
            NominalKind.Iban => "[account]",
            NominalKind.CardNumber => "[card]",
            NominalKind.CryptoAddress => "[wallet]",
            NominalKind.PlateOrVin => "[vehicle]",
            NominalKind.VesselOrContainer => "[vessel or container]",
            NominalKind.TrackingNumber => "[tracking number]",
            NominalKind.Company => "[company]",
            NominalKind.Officer => "[officer]",
            NominalKind.Ip => "[network address]",
            NominalKind.Url => "[web address]",
            NominalKind.ObjectNumber => "[serial number]",
            NominalKind.Unexplained => "[number]",
            NominalKind.SpecialCategory => "[sensitive]",
            _ => "[detail]",
        };
}

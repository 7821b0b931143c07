using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Runs the finders that a text can need at all, and settles what they both claim.</summary>
internal static class NominalFinder
{
    /// <summary>What was found, in order and without overlaps; null when nothing was.</summary>
    /// <param name="text">Any cell.</param>
    /// <param name="isFreeText">Whether it is prose; outside prose a cell that is nothing but a date and time is left alone.</param>
    public static List<MaskedSpan>? Find(string text, bool isFreeText)
    {
        if (text.Length < 3) return null;
        TextSigns signs = TextSigns.Of(text);
        var found = new List<MaskedSpan>();
        if (signs.HasAt || signs.HasDot || signs.HasColon) ContactFinder.FindAddresses(text, signs, found);
        if (signs.HasDigit)
        {
            NumberFinder.Find(text, found);
            IntroducedFinder.Find(text, found);
            ContactFinder.FindPhones(text, found);
            AddressFinder.Find(text, found);
            if (isFreeText || !QuasiFinder.IsMoment(text)) QuasiFinder.Find(text, found);
        }

        if (signs.HasAngle) NumberFinder.FindTravelDocumentLines(text, found);
        if (signs.HasHan)
        {
            HanFinder.Find(text, found);
            QuasiFinder.FindHanAges(text, found);
        }

        if (signs.HasLetters) WordFinder.Find(text, isFreeText, found);
        return found.Count == 0 ? null : Settle(found);
    }

    // The kind that is more certain wins (a checksum before a shape), then the one that starts first, then the longer one.
    private static List<MaskedSpan> Settle(List<MaskedSpan> found)
    {
        if (found.Count == 1) return found;
        found.Sort(static (a, b) =>
        {
            int order = Rank(a.Kind).CompareTo(Rank(b.Kind));
            if (order == 0) order = b.Length.CompareTo(a.Length);
            return order != 0 ? order : a.Start.CompareTo(b.Start);
        });
        var kept = new List<MaskedSpan>(found.Count);
        foreach (MaskedSpan span in found)
        {
            int end = span.Start + span.Length;
            int other = kept.FindIndex(k => span.Start < k.Start + k.Length && k.Start < end);
            if (other < 0)
            {
                kept.Add(span);
                continue;
            }

            // What sticks out of a kept span is personal as well: the kept one grows over it, unless it would meet a third.
            MaskedSpan first = kept[other];
            int start = Math.Min(first.Start, span.Start);
            int length = Math.Max(first.Start + first.Length, end) - start;
            if (length == first.Length) continue;
            if (kept.Exists(k => k != first && start < k.Start + k.Length && k.Start < start + length)) continue;
            kept[other] = first with { Start = start, Length = length };
        }

        kept.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static int Rank(NominalKind kind) => kind switch
    {
        NominalKind.Email or NominalKind.Url => 0,
        NominalKind.Iban or NominalKind.CryptoAddress => 1,
        NominalKind.Passport or NominalKind.DateOfBirth => 2,
        NominalKind.NationalId => 3,
        NominalKind.VesselOrContainer or NominalKind.TrackingNumber or NominalKind.PlateOrVin or NominalKind.ObjectNumber => 4,
        NominalKind.CardNumber => 5,
        NominalKind.Officer => 6,
        NominalKind.PersonName => 7,
        NominalKind.Address => 8,
        NominalKind.Phone => 9,
        NominalKind.Company => 10,
        _ => 11,
    };
}

using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Runs the finders that a text can need at all, and settles what they both claim.</summary>
internal sealed class NominalFinder
{
    private const char HanBirth = '生';

    // ISO 6346: the number of a container, the shortest with a hyphen in it; and the only longer one, a wallet of The Open Network.
    private const int Container = 11;
    private const int LongWallet = 48;

    private readonly ScreeningLists _lists;
    private readonly WordFinder _words;
    private readonly PhraseBook _book;
    private readonly AddressFinder _addresses;
    private readonly BirthFinder _births;
    private readonly HanFinder _han;
    private readonly QuasiFinder _quasi;
    private readonly IntroducedFinder _introduced;
    private readonly Lazy<UnexplainedFinder> _unexplained;
    private readonly Lazy<OldDateFinder> _oldDates;
    private readonly Lazy<MomentRule> _moments;
    private readonly NumberGrowth _growth;
    private readonly Lazy<SpelledAddressFinder> _spelled;
    private readonly Lazy<UserNameFinder> _users;
    private readonly Lazy<AnnouncedAddressFinder> _announced;
    private readonly Lazy<TravelFinder> _travel;
    private readonly Lazy<ThingNumberRule> _things;

    public NominalFinder(ScreeningLists lists)
    {
        _lists = lists;
        _words = new WordFinder(lists);
        _book = new PhraseBook(lists);
        _births = new BirthFinder(lists);
        _growth = new NumberGrowth(_book);
        _han = new HanFinder(lists);
        _quasi = new QuasiFinder(lists);
        _introduced = new IntroducedFinder(lists, _book);
        var explanations = new Lazy<Explanations>(() => new Explanations(lists, _book));
        _addresses = new AddressFinder(lists, explanations);
        _unexplained = new Lazy<UnexplainedFinder>(() => new UnexplainedFinder(lists, _book, explanations.Value));
        _oldDates = new Lazy<OldDateFinder>(() => new OldDateFinder(explanations.Value));
        var context = new Lazy<NumberContext>(() => new NumberContext(lists, _book, explanations.Value));
        _users = new Lazy<UserNameFinder>(() => new UserNameFinder(lists, _book, context.Value));
        _announced = new Lazy<AnnouncedAddressFinder>(() => new AnnouncedAddressFinder(lists, explanations.Value));
        _things = new Lazy<ThingNumberRule>(() => new ThingNumberRule(context.Value));
        _travel = new Lazy<TravelFinder>(() => new TravelFinder(lists, _book, context.Value));
        _spelled = new Lazy<SpelledAddressFinder>(() => new SpelledAddressFinder(lists));
        _moments = new Lazy<MomentRule>(() => new MomentRule(lists, explanations.Value));
    }

    /// <summary>What was found, in order and without overlaps; null when nothing was.</summary>
    /// <param name="text">Any cell.</param>
    /// <param name="isFreeText">Whether it is prose; outside prose a cell that is nothing but a date and time is left alone.</param>
    /// <param name="takesBack">Whether what was learned may take back what a rule found; of prose alone.</param>
    public List<MaskedSpan>? Find(string text, bool isFreeText, bool takesBack = true)
    {
        if (text.Length < 3)
            return null;
        TextSigns signs = TextSigns.Of(text);
        var found = new List<MaskedSpan>();
        if (signs.HasHan)
            FindAmongHan(text, signs, isFreeText, found);
        else
            FindSpaced(text, signs, isFreeText, isFreeText, found);

        // What cannot be taken back stays, also where something else swallows it.
        List<MaskedSpan>? firm = isFreeText && takesBack && _lists.Learned is not null ? [] : null;
        if (isFreeText)
            FindInProse(text, signs, found, firm);
        firm?.AddRange(found.FindAll(static s => !LearnedFinder.MayTakeBack(s)));
        if (found.Count > 0)
            found = Settle(found);
        if (isFreeText && _lists.Learned is { } learned)
        {
            learned.Find(text, found, firm);
            if (signs.HasDigit)
                _things.Value.Apply(text, found);
        }

        return found.Count == 0 ? null : found;
    }

    /// <summary>Whether a reference is the number of an account, a container or a vehicle as a whole; check digits tell.</summary>
    public static bool IsNumberOfSomething(string reference)
    {
        // Between hyphens, strokes and lines only numbers of containers stand, which begin with three letters; national numbers have points.
        if (
            reference.Length < LongWallet
            && reference.AsSpan().ContainsAny('-', '/', '_')
            && (reference.Length < Container || !char.IsAsciiLetter(reference[2]))
            && !reference.Contains('.', StringComparison.Ordinal)
        )
            return false;
        var found = new List<MaskedSpan>();
        NumberFinder.Find(reference, found);
        return found.Exists(s =>
            s.Length == reference.Length
            && (
                s.Kind is NominalKind.Iban or NominalKind.VesselOrContainer or NominalKind.CryptoAddress
                || IsVin(s)
                || (s.Kind == NominalKind.NationalId && reference.Contains('.', StringComparison.Ordinal))
            )
        );
    }

    /// <summary>What can be no place: container and chassis numbers by their check digits, and numbers that a word before them announces.</summary>
    public void FindInPlace(string text, List<MaskedSpan> found)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        var numbers = new List<MaskedSpan>();
        NumberFinder.Find(text, numbers);
        found.AddRange(
            numbers.FindAll(static s =>
                s.Kind == NominalKind.VesselOrContainer
                || IsVin(s)
                || s is { Kind: NominalKind.CardNumber, Length: 19 } or { Kind: NominalKind.NationalId, Length: 14 }
            )
        );
        _introduced.Find(text, isPlace: true, found);
        _births.Find(text, found);
    }

    /// <summary>The town of an address; see <see cref="AddressFinder.Town"/>.</summary>
    public string Town(string text, IReadOnlyList<MaskedSpan> addresses) => _addresses.Town(text, addresses);

    /// <summary>Orders spans and settles those that overlap.</summary>
    public static List<MaskedSpan> Settled(List<MaskedSpan> found) => found.Count == 0 ? found : Settle(found);

    private static bool IsVin(MaskedSpan span) => span is { Kind: NominalKind.PlateOrVin, Length: 17 };

    // The last word: what nobody found and nothing explains.
    private void FindInProse(string text, TextSigns signs, List<MaskedSpan> found, List<MaskedSpan>? firm)
    {
        _spelled.Value.Find(text, signs.HasAt, found);
        if (signs.HasLetters || signs.HasDigit || signs.HasDot || signs.HasHan)
            _users.Value.Find(text, signs, found);
        if (signs.HasDigit || signs.HasCode)
            _travel.Value.Find(text, found);
        if (!signs.HasDigit && !(signs.HasHan && TextRuns.HaveHanNumber(text)))
            return;
        _addresses.FindInProse(text, found);
        _announced.Value.Find(text, signs.HasHan, found);
        _addresses.Extend(text, found);
        firm?.AddRange(found.FindAll(static s => s.Kind == NominalKind.Officer));
        LeaveStreets(found);
        _oldDates.Value.Find(text, found);
        _unexplained.Value.Find(text, found, firm);
        _growth.Apply(text, found);
        _things.Value.Apply(text, found);
        if (found.Exists(static s => s.Kind == NominalKind.QuasiIdentifier))
            _moments.Value.Apply(text, signs.HasHan, found);
    }

    // A name inside of an address is its street's.
    private static void LeaveStreets(List<MaskedSpan> found)
    {
        for (int i = found.Count - 1; i >= 0; i--)
        {
            MaskedSpan name = found[i];
            if (
                name.Kind is NominalKind.PersonName or NominalKind.Officer
                && found.Exists(a =>
                    a.Kind == NominalKind.Address && a.Start <= name.Start && name.Start + name.Length <= a.Start + a.Length
                )
            )
                found.RemoveAt(i);
        }
    }

    // Chinese sets numbers and foreign names between its characters without spaces: they are looked for in what is left when each run of
    // characters is one bar.
    private void FindAmongHan(string text, TextSigns signs, bool isFreeText, List<MaskedSpan> found)
    {
        if (signs.HasDigit || signs.HasCode)
            _introduced.Find(text, isPlace: false, found);
        if (signs.HasDigit)
        {
            NumberFinder.FindHanNumbers(text, found);
            if (text.Contains(HanBirth, StringComparison.Ordinal))
                _births.Find(text, found);
            _addresses.FindHan(text, found);
        }

        _han.Find(text, found);
        QuasiFinder.FindHanAges(text, found);
        if (signs.HasDigit || signs.HasLetters || signs.HasAt)
        {
            var between = BetweenHan.Of(text);
            var inside = new List<MaskedSpan>();
            FindSpaced(between.Text, signs, isFreeText: true, isFreeText, inside);
            foreach (MaskedSpan span in inside)
                found.Add(between.Back(span));
        }

        if (isFreeText)
            _lists.BareNames.FindHan(text, found);
    }

    private void FindSpaced(string text, TextSigns signs, bool isFreeText, bool isNarrative, List<MaskedSpan> found)
    {
        if (signs.HasAt || signs.HasDot || signs.HasColon || signs.HasDigit)
            ContactFinder.FindAddresses(text, signs, found);
        if (signs.HasDigit || signs.HasColon || signs.HasCode)
            _introduced.Find(text, isPlace: false, found);
        if (signs.HasDigit)
        {
            NumberFinder.Find(text, found);
            NumberFinder.FindVehicles(text, _book, found);
            _births.Find(text, found);
            ContactFinder.FindPhones(text, found);
            _addresses.Find(text, found);
            if (isFreeText || !QuasiFinder.IsMoment(text))
                _quasi.Find(text, found);
        }

        if (signs.HasAngle)
            NumberFinder.FindTravelDocumentLines(text, found);
        if (signs.HasLetters)
            _words.Find(text, isFreeText, isNarrative, found);
    }

    // The kind that is more certain wins (a checksum before a shape), then the one that starts first, then the longer one.
    private static List<MaskedSpan> Settle(List<MaskedSpan> found)
    {
        if (found.Count == 1)
            return found;
        found.Sort(
            static (a, b) =>
            {
                int order = Rank(a.Kind).CompareTo(Rank(b.Kind));
                if (order == 0)
                    order = b.Length.CompareTo(a.Length);
                return order != 0 ? order : a.Start.CompareTo(b.Start);
            }
        );
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
            if (length == first.Length)
                continue;
            if (kept.Exists(k => k != first && start < k.Start + k.Length && k.Start < start + length))
                continue;
            kept[other] = first with { Start = start, Length = length };
        }

        kept.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static int Rank(NominalKind kind) =>
        kind switch
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
            NominalKind.Unexplained => 12,
            _ => 11,
        };
}

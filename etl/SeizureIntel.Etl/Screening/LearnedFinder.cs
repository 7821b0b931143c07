using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SeizureIntel.Etl.Screening;

/// <summary>Finds in a narrative what the rules did not: each token is weighed by its form, its neighbours and what the lists say of both. Of what the
/// rules found it takes back names, companies, addresses and short numbers without a word for them that hardly are any.</summary>
internal sealed class LearnedFinder
{
    // A run is taken from where something personal is hardly excluded, if one token of it is nearly certain.
    private const float Least = 0.04f;
    private const float Certain = 0.8f;
    private const float CertainOfFirms = 0.75f;
    private const float CertainOfSmall = 0.95f;
    private const float CertainOfNames = 0.9f;
    private const float CertainOfThings = 0.98f;

    // Beside Chinese characters years and abbreviations read like births and registrations.
    private const float CertainBesideHan = 0.95f;
    private const float CertainOfSmallBesideHan = 0.98f;

    // What the rules masked is taken back where none of its tokens is as likely as this.
    private const float Hardly = 0.05f;
    private const float HardlyFirm = 0.01f;

    // Where a word for what bears names of persons stands in a name or right behind it, and where it stands before.
    private const float HardlyHeld = 0.4f;
    private const float HardlyOfThing = 0.15f;

    // Goods have brands, and owners.
    private const float HardlyOfGoods = 0.01f;

    // "At the airport John Carter" reads like "Museum John Carter".
    private const float HardlyBesideThing = 0.01f;

    // A number that nothing calls one may be a code of waste, a model, a batch; a longer one may be of a kind that nobody has planted.
    private const float HardlyCode = 0.1f;
    private const int MostDigitsOfCode = 6;
    private const int LongestCode = 12;

    // A year, or the number of a model, has no more.
    private const int MostDigits = 4;

    // An age, a day or a count is as short.
    private const int Fewest = 3;

    // So many words behind a label are left.
    private const int BehindLabel = 2;

    // Works, trades and houses: 厂, 行, 坊 …
    private const string EndsOfHanFirms = "厂廠行社室坊庄莊铺舖堂轩軒阁閣斋齋";

    // Signs that stand inside of names of users and hosts.
    private const string Joins = "._-@";

    // So many tokens behind a small word are looked at for something that is none.
    private const int Near = 3;

    // What the rules found grows only over what is likely.
    private const float Likely = 0.75f;
    private const float LikelyHan = 0.98f;

    private static readonly Dictionary<string, NominalKind> KindOfLabel = new(StringComparer.Ordinal)
    {
        ["vehicle_plate"] = NominalKind.PlateOrVin,
        ["vin"] = NominalKind.PlateOrVin,
        ["passport"] = NominalKind.Passport,
        ["national_id"] = NominalKind.NationalId,
        ["drivers_licence"] = NominalKind.NationalId,
        ["crew_document"] = NominalKind.NationalId,
        ["booking_or_ticket"] = NominalKind.NationalId,
        ["phone"] = NominalKind.Phone,
        ["email"] = NominalKind.Email,
        ["social_handle"] = NominalKind.Handle,
        ["street_address"] = NominalKind.Address,
        ["date_of_birth"] = NominalKind.DateOfBirth,
        ["bank_account"] = NominalKind.Iban,
        ["payment_card"] = NominalKind.CardNumber,
        ["crypto_wallet"] = NominalKind.CryptoAddress,
        ["ip_or_mac"] = NominalKind.Ip,
        ["parcel_tracking"] = NominalKind.TrackingNumber,
        ["person_name"] = NominalKind.PersonName,
        ["bare_name"] = NominalKind.PersonName,
        ["company_name"] = NominalKind.Company,
    };

    private readonly TaggerWords _words;
    private readonly TaggerWeights _weights;
    private readonly NominalKind[] _kinds;

    public LearnedFinder(TaggerWords words, TaggerWeights weights)
    {
        _words = words;
        _weights = weights;
        _kinds = new NominalKind[weights.Labels.Length];
        for (int i = 1; i < _kinds.Length; i++)
            _kinds[i] = KindOfLabel.GetValueOrDefault(weights.Labels[i], NominalKind.Unexplained);
    }

    /// <summary>Takes back what hardly is personal, and adds what is and was not found; what it overlaps grows over it.</summary>
    /// <param name="text">A narrative.</param>
    /// <param name="found">What the rules found, in order and without overlaps; the same afterwards.</param>
    /// <param name="firm">What of it stays, and so does whatever overlaps it; null where nothing is taken back.</param>
    public void Find(string text, List<MaskedSpan> found, List<MaskedSpan>? firm)
    {
        var tagged = new TaggedText(text, _words);
        if (firm is not null)
            TakeBack(text, tagged, found, firm);
        ReadOnlySpan<TaggerToken> tokens = tagged.Tokens;
        Span<uint> features = stackalloc uint[TaggedText.MostFeatures];
        Span<float> chances = stackalloc float[TaggerWeights.Lanes];
        Span<float> sums = stackalloc float[TaggerWeights.Lanes];
        int first = -1;
        int last = -1;
        int firstLikely = -1;
        int lastLikely = -1;
        int surest = -1;
        int at = 0;
        int labelEnd = 0;
        int behind = 0;
        float peak = 0;
        bool isSmall = true;
        for (int i = 0; i <= tokens.Length; i++)
        {
            float chance = 0;
            if (i < tokens.Length && text[tokens[i].Start] == '[' && NarrativeMask.LabelAt(text, tokens[i].Start) is > 0 and int label)
                (labelEnd, behind) = (tokens[i].Start + label, BehindLabel);
            // What was masked before stays as it is, and what stands right behind it was left then.
            bool isLeft = i == tokens.Length || tokens[i].Start < labelEnd || (!tokens[i].IsSign && behind-- > 0);
            if (!isLeft && (first >= 0 || MayBegin(text, tokens, i)))
            {
                _weights.Weigh(features[..tagged.Features(i, features)], chances);
                chance = 1 - chances[0];
            }

            if (chance < Least)
            {
                if (first >= 0 && IsCertain(text, tagged, first, last, KindOf(sums), peak, isSmall))
                {
                    Take(
                        text,
                        new MaskedSpan(KindOf(sums), tokens[first].Start, tokens[last].End - tokens[first].Start),
                        // Its surest token is likely, whatever its script.
                        tokens[firstLikely < 0 ? surest : firstLikely].Start,
                        tokens[firstLikely < 0 ? surest : lastLikely].End,
                        found,
                        ref at
                    );
                }

                first = firstLikely = -1;
                peak = 0;
                isSmall = true;
                sums.Clear();
                continue;
            }

            if (first < 0)
                first = last = i;
            if (tokens[i].IsSign)
                continue;
            last = i;
            if (chance > peak)
                (peak, surest) = (chance, i);
            isSmall &= tokens[i].IsSmall;
            if (chance >= (tokens[i].Script == TaggerScript.Han ? LikelyHan : Likely))
            {
                lastLikely = i;
                if (firstLikely < 0)
                    firstLikely = i;
            }

            for (int k = 1; k < _kinds.Length; k++)
                sums[k] += chances[k];
        }
    }

    private static bool IsCertain(string text, TaggedText tagged, int first, int last, NominalKind kind, float peak, bool isSmall)
    {
        if (tagged.HasHan)
        {
            return peak >= (isSmall ? CertainOfSmallBesideHan : CertainBesideHan)
                && IsTold(text.AsSpan(tagged.Tokens[first].Start..tagged.Tokens[last].End), kind);
        }

        float least =
            isSmall ? CertainOfSmall
            : kind == NominalKind.Company ? CertainOfFirms
            : Certain;
        if (peak < least)
            return false;
        return kind switch
        {
            // A street alone is nobody's.
            NominalKind.Address => HasNumber(text.AsSpan(tagged.Tokens[first].Start..tagged.Tokens[last].End), 0),
            NominalKind.PersonName when NamedThings.Hold(text, tagged.Tokens, first, last + 1) => peak >= CertainOfThings,
            NominalKind.PersonName => peak >= CertainOfNames,
            _ => true,
        };
    }

    // No space says where a Chinese word ends, so that ages, verbs and trades of press releases read like births, names and firms: what has Chinese
    // characters is taken where digits, Latin letters or the dot of foreign names are in it, where it is the name of a user, or ends as a firm does.
    private static bool IsTold(ReadOnlySpan<char> run, NominalKind kind)
    {
        if (!run.ContainsAnyInRange('\u3400', '\u9fff'))
            return true;
        return kind switch
        {
            // Behind 在 stands where the user did it.
            NominalKind.Handle => !run.Contains('在'),
            NominalKind.PersonName => run.Contains('·'),
            NominalKind.Company => EndsOfHanFirms.Contains(run[^1], StringComparison.Ordinal),
            NominalKind.DateOfBirth => false,
            NominalKind.Address => HasNumber(run, 0),
            _ => HasNumber(run, 0) || run.ContainsAnyInRange('A', 'z'),
        };
    }

    // What a word, a sign or a check digit makes a number stays, for a rule had a reason that no planted sentence may have, and so does what an office has
    // added, what a title or role announces, what an age stands behind, what begins with a given name or an initial and is no thing's, and whatever is
    // no number beside Chinese characters.
    private void TakeBack(string text, TaggedText tagged, List<MaskedSpan> found, List<MaskedSpan> firm)
    {
        Span<uint> features = stackalloc uint[TaggedText.MostFeatures];
        Span<float> chances = stackalloc float[TaggerWeights.Lanes];
        int token = 0;
        int kept = 0;
        int beside = 0;
        int firmEnd = 0;
        firm.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        foreach (MaskedSpan span in CollectionsMarshal.AsSpan(found))
        {
            for (; beside < firm.Count && firm[beside].Start < span.Start + span.Length; beside++)
                firmEnd = Math.Max(firmEnd, firm[beside].Start + firm[beside].Length);
            while (token < tagged.Tokens.Length && tagged.Tokens[token].End <= span.Start)
                token++;
            int first = token;
            while (token < tagged.Tokens.Length && tagged.Tokens[token].Start < span.Start + span.Length)
                token++;
            bool isCode = span.Kind == NominalKind.Unexplained;
            if (
                !MayTakeBack(span)
                || (tagged.HasHan && !isCode)
                || firmEnd > span.Start
                || HasNumber(text.AsSpan(span.Start, span.Length), isCode ? MostDigitsOfCode : MostDigits)
                || IsKnown(tagged.Tokens, first, token)
                || IsPersonal(
                    tagged,
                    first,
                    token,
                    isCode ? HardlyCode : MostOf(text, tagged.Tokens, span.Kind, first, token),
                    features,
                    chances
                )
            )
                found[kept++] = span;
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>Whether what a rule found may be taken back.</summary>
    public static bool MayTakeBack(MaskedSpan span) =>
        span.Kind is NominalKind.PersonName or NominalKind.Company or NominalKind.Address
        || span is { Kind: NominalKind.Unexplained, Length: <= LongestCode };

    // Within what was masked nobody has asked what a number is.
    private static bool HasNumber(ReadOnlySpan<char> masked, int most)
    {
        int digits = 0;
        foreach (char c in masked)
        {
            if (!char.IsDigit(c))
                continue;
            if (++digits > most)
                return true;
        }

        return false;
    }

    private static bool IsKnown(ReadOnlySpan<TaggerToken> tokens, int first, int end)
    {
        // An office's word may also be the one that announces.
        foreach (TaggerToken token in tokens[Math.Max(0, first - Near)..Math.Min(tokens.Length, end + 1)])
        {
            if (TaggerWords.IsAdded(token))
                return true;
        }

        int before = first - 1;
        while (before >= 0 && tokens[before].IsSign)
            before--;
        return before >= 0 && TaggerWords.Announces(tokens[before]);
    }

    // How likely a token of what is taken back may be. A word for goods beside a firm or a street tells nothing.
    private static float MostOf(string text, ReadOnlySpan<TaggerToken> tokens, NominalKind kind, int first, int end)
    {
        bool isName = kind == NominalKind.PersonName;
        if (isName && NamedThings.HaveAge(text, tokens, end))
            return 0;
        bool holds = isName && NamedThings.Hold(text, tokens, first, end);
        if (holds)
            return BeginsAsName(tokens[first..end]) ? HardlyOfThing : HardlyHeld;
        bool isThings = isName && NamedThings.Precede(text, tokens, first, end);
        if (!BeginsAsName(tokens[first..end]))
            return isThings ? HardlyOfThing
                : kind is NominalKind.Company or NominalKind.Address ? HardlyFirm
                : Hardly;
        if (isThings)
            return HardlyBesideThing;
        return isName && NamedThings.AreGoods(text, tokens, first, end) ? HardlyOfGoods : 0;
    }

    private static bool BeginsAsName(ReadOnlySpan<TaggerToken> tokens) =>
        tokens.Length > 1 && (TaggerWords.IsGiven(tokens[0]) || tokens[0].End - tokens[0].Start == 1);

    private bool IsPersonal(TaggedText tagged, int first, int end, float hardly, Span<uint> features, Span<float> chances)
    {
        for (int i = first; i < end; i++)
        {
            _weights.Weigh(features[..tagged.Features(i, features)], chances);
            if (1 - chances[0] >= hardly)
                return true;
        }

        return first == end;
    }

    // Most words of a narrative are small ones with nothing near that could be a name or a number: weighing them would be most of the work.
    private static bool MayBegin(string text, ReadOnlySpan<TaggerToken> tokens, int at)
    {
        if (tokens[at].IsSign)
            return text[tokens[at].Start] == '@';
        if (!tokens[at].IsSmall)
            return true;
        if (
            at + 1 < tokens.Length
            && tokens[at + 1] is { IsSign: true, IsSpaced: false } sign
            && text.AsSpan(sign.Start, 1).IndexOfAny(Joins) >= 0
        )
            return true;
        foreach (TaggerToken next in tokens.Slice(at + 1, Math.Min(Near, tokens.Length - at - 1)))
        {
            if (!next.IsSmall && !next.IsSign)
                return true;
        }

        return false;
    }

    private NominalKind KindOf(ReadOnlySpan<float> sums)
    {
        int best = 1;
        for (int k = 2; k < _kinds.Length; k++)
        {
            if (sums[k] > sums[best])
                best = k;
        }

        return _kinds[best];
    }

    // What the rules found beneath a run keeps its kind and grows over the run's likely part. Runs come in order: the search goes on where the last
    // one ended.
    private static void Take(string text, MaskedSpan span, int likelyStart, int likelyEnd, List<MaskedSpan> found, ref int at)
    {
        if (span.Length < Fewest)
            return;
        int spanEnd = span.Start + span.Length;
        while (at < found.Count && found[at].Start + found[at].Length <= span.Start)
            at++;
        int over = 0;
        while (at + over < found.Count && found[at + over].Start < spanEnd)
            over++;
        if (over == 0)
        {
            found.Insert(at, span);
            return;
        }

        // Each keeps its kind; between two no word is left.
        for (int i = at; i < at + over; i++)
        {
            int start = i == at ? Math.Min(likelyStart, found[i].Start) : found[i].Start;
            int ownEnd = found[i].Start + found[i].Length;
            int end =
                i == at + over - 1 ? Math.Max(likelyEnd, ownEnd)
                : IsEmpty(text.AsSpan(ownEnd..found[i + 1].Start)) ? ownEnd
                : found[i + 1].Start;
            found[i] = new MaskedSpan(found[i].Kind, start, end - start);
        }
    }

    private static bool IsEmpty(ReadOnlySpan<char> between)
    {
        foreach (char c in between)
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }

        return true;
    }
}

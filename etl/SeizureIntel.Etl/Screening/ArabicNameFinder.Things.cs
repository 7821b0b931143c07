using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>Things that bear a person's name in Arabic: airports, streets, ships, brands, works of art.</content>
internal sealed partial class ArabicNameFinder
{
    // "مطار الشهيد محمد بوضياف", "عطور إيف سان لوران": an airport's, a street's or a brand's name;
    // a title may stand between.
    private bool IsThing(string text, List<Word> words, int first, int start, int end)
    {
        Span<char> buffer = stackalloc char[64];
        if (end - start < buffer.Length && _brands.Contains(Letters.Fold(text.AsSpan(start, end - start), buffer)))
            return true;

        // "وحقائب لويس فيتون": goods that no list knows may stand before the brand.
        if (
            first + 1 < words.Count
            && words[first + 1].Start is var next
            && next < end
            && end - next < buffer.Length
            && _brands.Contains(Letters.Fold(text.AsSpan(next, end - next), buffer))
        )
            return true;
        if (end - words[first].Start < buffer.Length && IsHead(words[first], buffer))
            return true;
        for (int i = first - 1; i >= 0 && i >= first - 2; i--)
        {
            if (words[i].Shape != WordShape.Arabic || text.AsSpan(words[i].End, words[i + 1].Start - words[i].End) is not " ")
                return false;
            if (i == first - 2 && IsAuthor(words[i], buffer))
                return true;
            if (IsHead(words[i], buffer) && !(i > 0 && IsRole(words[i - 1], buffer)))
                return i == first - 1 || MayStandInThing(words[i + 1], buffer);
        }

        return false;

        // "لوحة منسوبة إلى محمود سعيد"
        bool IsAuthor(Word word, Span<char> folded) =>
            word.Length < 40 && _authors.Contains(Plain(text.AsSpan(word.Start, word.Length), folded));

        // "في مطار القاهرة سامح عبد الغفار": the airport's name has ended.
        bool MayStandInThing(Word word, Span<char> folded) =>
            text.AsSpan(word.Start, 2) is "ال"
            && word.Length < 40
            && (
                _honours.Contains(Plain(text.AsSpan(word.Start, word.Length), folded))
                || (Sign(text, word) & (NameSign.Never | NameSign.Place)) == 0
            );

        bool IsRole(Word word, Span<char> folded) =>
            word.Length < 40 && _roles.Contains(Plain(text.AsSpan(word.Start, word.Length), folded));

        bool IsHead(Word word, Span<char> folded) =>
            word.Length < 40 && _heads.Contains(Plain(text.AsSpan(word.Start, word.Length), folded));
    }
}

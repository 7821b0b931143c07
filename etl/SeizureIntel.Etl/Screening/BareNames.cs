using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>The finders of names that no title or role announces, each with its lists.</summary>
internal sealed class BareNames
{
    private readonly NameForms _forms;
    private readonly FirmReader _firms;
    private readonly Lazy<ArabicNameFinder> _arabic;
    private readonly Lazy<HanNameFinder> _han;

    public BareNames(ScreeningLists lists)
    {
        Lexicon = new NameLexicon(lists);
        _forms = new NameForms(lists, Lexicon);
        _firms = new FirmReader(lists, Lexicon);
        _arabic = new Lazy<ArabicNameFinder>(() => new ArabicNameFinder(lists));
        _han = new Lazy<HanNameFinder>(() => new HanNameFinder(lists));
    }

    /// <summary>What the lists say of single words.</summary>
    public NameLexicon Lexicon { get; }

    /// <summary>Names of firms and persons in scripts that separate words by spaces.</summary>
    public void FindSpaced(string text, List<Word> words, List<MaskedSpan> found)
    {
        _firms.Find(text, words, found);
        new BareNameReader(Lexicon, _forms, text, words).Find(found);
        if (words.Exists(static w => w.Shape == WordShape.Arabic))
            _arabic.Value.Find(text, words, found);
    }

    /// <summary>Names in Chinese characters.</summary>
    public void FindHan(string text, List<MaskedSpan> found) => _han.Value.Find(text, found);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Models;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Reading;

/// <summary>Models of a few words: two headings, three groups.</summary>
public sealed class ModelTests : TextReaderContract
{
    private static readonly (string Text, string Code)[] Words =
    [
        ("amphetamine", "H01"),
        ("amphetamine tablets", "H01"),
        ("cocaine powder", "H01"),
        ("cocaine base", "H01"),
        ("heroin powder", "H01"),
        ("heroin base", "H01"),
        ("whisky", "H03"),
        ("whisky bottles", "H03"),
        ("vodka bottles", "H03"),
        ("vodka", "H03"),
        ("red wine", "H03"),
        ("white wine bottles", "H03"),
    ];

    private static readonly Lazy<TextModel> Trained = new(() => Train(seed: 5));

    protected override ITextReader Reader => new ModelReader(Readers.Lexicon, [Trained.Value]);

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        TextModel again = Train(seed: 5);
        Assert.Equal(Trained.Value.Scores("cocaine tablets"), again.Scores("cocaine tablets"));
        Assert.Equal(Trained.Value.Card.Threshold, again.Card.Threshold);
    }

    [Fact]
    public void A_model_that_was_kept_answers_as_the_one_that_was_trained()
    {
        string folder = Directory.CreateTempSubdirectory("models-").FullName;
        try
        {
            var shelf = new ModelShelf(folder);
            Assert.Empty(shelf.Cards());
            Assert.Null(shelf.Find("headings"));
            shelf.Keep(Trained.Value);
            shelf.Keep(Trained.Value);

            TextModel kept = shelf.Find("headings")!;
            Assert.Equal(Trained.Value.Scores("vodka base"), kept.Scores("vodka base"));
            Assert.Equal(Trained.Value.Card.Threshold, kept.Card.Threshold);
            Assert.Equal("headings", Assert.Single(shelf.Cards()).Name);

            File.WriteAllText(Path.Combine(folder, "headings", "card.json"), "{");
            Assert.Contains(
                "models train",
                Assert.Throws<InvalidDataException>(() => shelf.Find("headings")).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_cards_figures_are_of_texts_from_groups_left_out()
    {
        ModelCard card = Trained.Value.Card;
        Assert.Equal(["a", "b", "c"], card.Groups);
        Assert.Equal((180, 2), (card.Examples, card.Classes));
        // Each text stands in its own group alone, so every one was judged by a model that had not seen it.
        Assert.Equal(180, card.Reliability.Sum(b => b.Texts));
        Assert.Equal(180, card.ByLanguage.Sum(b => b.Texts));
        Assert.True(card.Precision >= ModelTrainer.WantedPrecision);
        Assert.Equal(card.ByLanguage.Sum(l => l.Right), card.Precision!.Value * card.ByLanguage.Sum(l => l.Proposed), 1e-9);
    }

    [Fact]
    public void What_cannot_be_told_apart_is_not_proposed()
    {
        // The same words for both codes: no probability above chance is honest.
        IEnumerable<TextExample> noise = Enumerable
            .Range(0, 200)
            .Select(i => new TextExample(
                $"goods {i % 50} of kind {i % 7}",
                i * 7919 % 1009 % 2 == 0 ? "H01" : "H03",
                i % 4 < 2 ? "a" : "b",
                "en"
            ));
        TextModel model = new ModelTrainer(1).Train(
            "noise",
            "heading",
            [.. noise],
            DateTimeOffset.UnixEpoch,
            stop: TestContext.Current.CancellationToken
        );
        Assert.True(model.Card.Precision is null or >= ModelTrainer.WantedPrecision);
        Assert.Null(model.Propose("goods 3 of kind 2"));
    }

    [Fact]
    public void One_group_or_one_code_is_too_little()
    {
        TextExample[] one = [new("whisky", "H03", "a", "en"), new("cocaine", "H01", "a", "en")];
        Assert.Throws<ArgumentException>(() =>
            new ModelTrainer(1).Train("x", "heading", one, DateTimeOffset.UnixEpoch, stop: TestContext.Current.CancellationToken)
        );
        Assert.Throws<ArgumentException>(() =>
            new ModelTrainer(1).Train(
                "x",
                "heading",
                [one[0], one[0] with { Group = "b" }],
                DateTimeOffset.UnixEpoch,
                stop: TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public void The_lexicon_speaks_first_and_an_account_is_left_to_it()
    {
        Assert.Equal("lexicon", Reader.Read("Customs seized 3 kg of cocaine powder.").First(p => p.Field == "heading").By);
        Proposal proposed = Assert.Single(Reader.Read("powdr of amphetamin"));
        Assert.Equal(("headings", "H01"), (proposed.By, proposed.Code));
        Assert.Empty(Reader.Read("The office wrote of amphetamin powdr in a letter of many more words than the name of any goods has."));
    }

    private static TextModel Train(int seed)
    {
        TextExample[] examples =
        [
            .. Words.SelectMany(w =>
                Enumerable
                    .Range(0, 15)
                    .Select(i => new TextExample(
                        $"{w.Text} lot {(char)('a' + i)}{w.Text.Length}",
                        w.Code,
                        "abc"[i % 3].ToString(),
                        i % 2 == 0 ? "en" : "und"
                    ))
            ),
        ];
        return new ModelTrainer(seed).Train(
            "headings",
            "heading",
            examples,
            DateTimeOffset.UnixEpoch,
            stop: TestContext.Current.CancellationToken
        );
    }
}

using System.Net;
using System.Text.Json;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features;

/// <summary>An address that asks for something unknown is refused, on every list alike; nothing is ignored.</summary>
public sealed class BadQueryTests(SeededApp seeded)
{
    private static readonly string[] Lists = ["/pledges", "/countries", "/statements", "/agreements", "/sources"];

    private static readonly (string Query, string Field)[] Bad =
    [
        ("?taste=sweet", "taste"),
        ("?sort=taste", "sort"),
        ("?sort=--name", "sort"),
        ("?state=draft", "state"),
        ("?page=0", "page"),
    ];

    public static TheoryData<string, string, string> Pages => Every("");

    public static TheoryData<string, string, string> Downloads => Every(".csv", ".json", ".xlsx");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_400_and_says_which_part_cannot_be_read(string path, string query, string field)
    {
        var page = await seeded.App.PageAsync(path + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("This address asks for something unknown", page.Heading);
        Assert.Contains(field, page.All("ul.problems code"));
    }

    [Theory]
    [MemberData(nameof(Downloads))]
    public async Task A_download_is_400_with_the_problem_of_each_field(string path, string query, string field)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path + query, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/html")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8")]
    public async Task What_a_download_s_reader_accepts_does_not_turn_a_bad_question_into_our_fault(string accept)
    {
        using var reader = seeded.App.Reader();
        reader.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        using var answer = await reader.GetAsync("/pledges.csv?taste=sweet", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?taste=sweet", "taste")]
    [InlineData("/search?kind=fruit", "kind")]
    [InlineData("/search?page=-1", "page")]
    public async Task A_search_is_400_and_says_which_part_cannot_be_read(string address, string field)
    {
        var page = await seeded.App.PageAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(field, page.All("ul.problems code"));
    }

    [Fact]
    public async Task The_bad_value_is_shown_as_text_and_never_as_markup()
    {
        var page = await seeded.App.PageAsync("/pledges?country=" + Uri.EscapeDataString("<script>alert(1)</script>"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("\"<script>alert(1)</script>\" is not one of", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    private static TheoryData<string, string, string> Every(params string[] endings)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var list in Lists)
        {
            foreach (var (query, field) in Bad)
            {
                foreach (var ending in endings)
                    data.Add(
                        list + ending,
                        query.Replace(
                            "--name",
                            list switch
                            {
                                "/countries" => "--name",
                                "/statements" => "--speaker",
                                _ => "--title",
                            },
                            StringComparison.Ordinal
                        ),
                        field
                    );
            }
        }
        return data;
    }
}

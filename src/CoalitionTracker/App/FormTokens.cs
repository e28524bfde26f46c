using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;

namespace CoalitionTracker.App;

/// <summary>
/// Gives a form its antiforgery token when it asks for one. Blazor's own provider makes a token and sets a cookie with every page, in case a
/// circuit wants them; our forms in circuits post nothing, and a reader's page should set no cookie.
/// </summary>
internal sealed class FormTokens(IAntiforgery antiforgery, IHttpContextAccessor requests) : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken? GetAntiforgeryToken()
    {
        if (requests.HttpContext is not { } http)
            return null;
        var tokens = http.Response.HasStarted ? antiforgery.GetTokens(http) : antiforgery.GetAndStoreTokens(http);
        return tokens.RequestToken is { } token ? new AntiforgeryRequestToken(token, tokens.FormFieldName) : null;
    }
}

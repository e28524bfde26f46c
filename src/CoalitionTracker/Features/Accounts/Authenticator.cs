using System.Text;
using CoalitionTracker.Data;
using QRCoder;

namespace CoalitionTracker.Features.Accounts;

/// <summary>The key of an authenticator app (RFC 6238), for eyes and for cameras.</summary>
internal static class Authenticator
{
    public const int RecoveryCodes = 10;

    /// <summary>A picture of the key's address, as a data URI.</summary>
    public static string Picture(Account account, string key)
    {
        var issuer = Uri.EscapeDataString(Account.ProductName);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={issuer}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)))}";
    }

    /// <summary>In groups of four, as people type it.</summary>
    public static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));
}

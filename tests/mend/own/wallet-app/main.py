from decimal import Decimal

from wallet import InsufficientFunds, Wallet


def main() -> None:
    wallet = Wallet("Ines", Decimal("20"))
    wallet.pay_in(Decimal("35.50"), "birthday")
    wallet.pay(Decimal("12.25"), "bookshop")
    try:
        wallet.pay(Decimal("99"), "shoes")
    except InsufficientFunds as error:
        print("refused:", error)
    print(wallet.statement())


if __name__ == "__main__":
    main()

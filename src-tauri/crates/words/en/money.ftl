## Money
